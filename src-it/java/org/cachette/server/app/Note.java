package org.cachette.server.app;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** The application's own data. */
@Entity
public class Note {

    @Id
    private int id;

    /** For Jakarta Persistence. */
    protected Note() {}

    public Note(int id) {
        this.id = id;
    }

    public int getId() {
        return id;
    }
}
