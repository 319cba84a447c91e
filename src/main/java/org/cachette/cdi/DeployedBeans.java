package org.cachette.cdi;

import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import java.lang.annotation.Annotation;
import java.util.Optional;
import org.cachette.backend.Beans;

/** The beans of the deployment. */
record DeployedBeans(BeanManager manager) implements Beans {

    @Override
    public <T> Optional<T> find(Class<T> type, Annotation... qualifiers) {
        Bean<?> bean = manager.resolve(manager.getBeans(type, qualifiers));
        return Optional.ofNullable(bean)
                .map(found -> type.cast(manager.getReference(found, type, manager.createCreationalContext(found))));
    }
}
