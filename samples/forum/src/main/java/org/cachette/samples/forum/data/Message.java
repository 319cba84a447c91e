package org.cachette.samples.forum.data;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** Something written: a post, which has a topic, or a letter, which has a recipient. */
@Entity
@Table(name = "forum_message")
public class Message {

    @Id
    @SequenceGenerator(name = "number", sequenceName = "forum_message_number", allocationSize = 1)
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "number")
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "author_id")
    private @Nullable Member author;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "recipient_id")
    private @Nullable Member recipient;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "topic_id")
    private @Nullable Topic topic;

    private String text = "";

    @Column(name = "sent_at")
    private long sentAt;

    /** 1 until the recipient has read it. */
    private int unread;

    protected Message() {}

    static Message letter(Member author, Member recipient, String text, long sentAt) {
        Message letter = new Message();
        letter.author = author;
        letter.recipient = recipient;
        letter.text = text;
        letter.sentAt = sentAt;
        letter.unread = 1;
        return letter;
    }
}
