package org.cachette.backend.database;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.util.HashMap;
import java.util.Map;
import org.hibernate.jpa.HibernatePersistenceProvider;

/** Makes the tests' persistence units with a provider and a database. */
final class Unit {

    /** The providers that the backend knows. */
    enum Provider {
        HIBERNATE(HibernatePersistenceProvider.class.getName()),
        ECLIPSELINK(org.eclipse.persistence.jpa.PersistenceProvider.class.getName());

        private final String className;

        Provider(String className) {
            this.className = className;
        }
    }

    private Unit() {}

    /** The unit of that name, with other properties in turn with their values. */
    static EntityManagerFactory open(String name, Provider provider, String url, String... properties) {
        Map<String, String> all = new HashMap<>();
        all.put("jakarta.persistence.provider", provider.className);
        all.put("jakarta.persistence.jdbc.url", url);
        all.put("hibernate.boot.allow_jdbc_metadata_access", "false");
        all.put("eclipselink.session-name", name + "@" + url + properties.length);
        all.put("eclipselink.logging.level", "OFF");
        if (url.contains(":h2:")) {
            all.put("hibernate.dialect", "org.hibernate.dialect.H2Dialect");
            all.put("eclipselink.target-database", "org.eclipse.persistence.platform.database.H2Platform");
        } else if (url.contains(":postgresql:")) {
            all.put("hibernate.dialect", "org.hibernate.dialect.PostgreSQLDialect");
            all.put("eclipselink.target-database", "PostgreSQL");
        } else {
            all.put("hibernate.dialect", "org.hibernate.dialect.MariaDBDialect");
            all.put("eclipselink.target-database", "MySQL");
        }
        for (int i = 0; i < properties.length; i += 2) {
            all.put(properties[i], properties[i + 1]);
        }
        return Persistence.createEntityManagerFactory(name, all);
    }
}
