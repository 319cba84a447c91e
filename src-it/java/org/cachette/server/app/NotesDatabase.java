package org.cachette.server.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;

/** The application's persistence unit, as a bean. */
@ApplicationScoped
public class NotesDatabase {

    @Produces
    @PersistenceUnit(unitName = "notes")
    EntityManagerFactory factory;
}
