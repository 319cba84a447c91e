package org.cachette.samples.forum.data;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a discussion is about. */
@Entity
@Table(name = "forum_topic")
public class Topic {

    @Id
    private long id;

    private String title = "";

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "author_id")
    private @Nullable Member author;

    @Column(name = "opened_at")
    private long openedAt;

    /** For queries only. */
    @OneToMany(mappedBy = "topic")
    private List<Message> posts = new ArrayList<>();

    protected Topic() {}
}
