package org.cachette.cdi;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.cachette.backend.Beans;

/** The beans of the deployment. */
record DeployedBeans(BeanManager manager) implements Beans {

    @Override
    public <T> Optional<T> find(Class<T> type, Annotation... qualifiers) {
        Bean<?> bean = manager.resolve(manager.getBeans(type, qualifiers));
        return Optional.ofNullable(bean).map(found -> reference(type, found));
    }

    @Override
    public <T> List<Supplier<T>> all(Class<T> type) {
        return manager.getBeans(type, Any.Literal.INSTANCE).stream()
                .map(bean -> (Supplier<T>) () -> reference(type, bean))
                .toList();
    }

    private <T> T reference(Class<T> type, Bean<?> bean) {
        return type.cast(manager.getReference(bean, type, manager.createCreationalContext(bean)));
    }
}
