package org.cachette.samples.forum.data;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Who is a member. */
@ApplicationScoped
public class Members {

    @Inject
    Database database;

    public Optional<Member> named(String name) {
        return database.read(
                entities -> entities.createQuery("select m from Member m where m.name = :name", Member.class)
                        .setParameter("name", name)
                        .getResultStream()
                        .findFirst());
    }
}
