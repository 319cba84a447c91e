package org.cachette.samples.forum.data;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Somebody who writes here. */
@Entity
@Table(name = "forum_member")
public class Member {

    @Id
    private long id;

    private String name = "";

    @Column(name = "joined_at")
    private long joinedAt;

    protected Member() {}

    public long getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    /** Epoch milliseconds. */
    public long getJoinedAt() {
        return joinedAt;
    }
}
