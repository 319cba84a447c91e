package org.cachette.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.cachette.backend.database.CacheEntry;
import org.cachette.client.Client;
import org.cachette.server.app.Note;
import org.cachette.server.app.NotesDatabase;
import org.cachette.server.app.NotesResource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Caches in the server's default database, with its Jakarta Persistence provider and its transactions. */
final class DatabaseServerIT extends ServerTest {

    private static final String PERSISTENCE_XML = """
            <persistence xmlns="https://jakarta.ee/xml/ns/persistence" version="3.0">
              <persistence-unit name="notes">
                <class>%s</class>
                <class>%s</class>
                <exclude-unlisted-classes>true</exclude-unlisted-classes>
                <properties>
                  <property name="jakarta.persistence.schema-generation.database.action" value="drop-and-create"/>
                </properties>
              </persistence-unit>
            </persistence>
            """.formatted(Note.class.getName(), CacheEntry.class.getName());

    @Deployment(testable = false)
    static WebArchive application() {
        return Deployments.war("notes", Note.class, NotesDatabase.class, NotesResource.class)
                .addAsResource(new StringAsset(PERSISTENCE_XML), "META-INF/persistence.xml")
                .addAsResource(
                        Deployments.settings(Map.of(
                                "cachette.caches.default.backend", "database",
                                "cachette.caches.default.on-error", "throw",
                                "cachette.caches.default.options.time-limit", "PT5S",
                                "cachette.caches.second.backend", "database",
                                "cachette.caches.second.location", "second_cache",
                                "cachette.caches.second.on-error", "throw",
                                "cachette.caches.second.options.time-limit", "PT5S",
                                "cachette.caches.second.options.create-table", "true")),
                        "META-INF/microprofile-config.properties");
    }

    private static final String ALL_DONE = "added true, count 2, touched true, deleted true, own true, status ";

    @Test
    @Tag("DJ-DB-29")
    void aTransactionThatIsRolledBackKeepsCacheEntriesAndNoDataOfItsOwn() {
        Client visitor = visitor();

        assertThat(visitor.send("PUT", "/notes/1?rollback=true", "").text()).isEqualTo(ALL_DONE + "1");
        assertThat(visitor.get("/notes/1").text()).isEqualTo("note false, entries 2 and 1");
    }

    @Test
    void aTransactionThatIsCommittedKeepsBoth() {
        Client visitor = visitor();

        assertThat(visitor.send("PUT", "/notes/2", "").text()).isEqualTo(ALL_DONE + "0");
        assertThat(visitor.get("/notes/2").text()).isEqualTo("note true, entries 2 and 1");
    }
}
