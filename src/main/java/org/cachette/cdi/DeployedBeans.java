package org.cachette.cdi;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Default;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import java.lang.annotation.Annotation;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.cachette.backend.Beans;

/**
 * The beans of the deployment. All of them are known beside the manager, since on some servers that gives an extension
 * in a library only what the library sees, which the application's own beans are no part of.
 */
record DeployedBeans(BeanManager manager, List<Bean<?>> known) implements Beans {

    @Override
    public <T> Optional<T> find(Class<T> type, Annotation... qualifiers) {
        Set<Bean<?>> seen = manager.getBeans(type, qualifiers);
        Bean<?> bean = manager.resolve(seen.isEmpty() ? known(type, qualifiers) : seen);
        return Optional.ofNullable(bean).map(found -> reference(type, found));
    }

    @Override
    public <T> List<Supplier<T>> all(Class<T> type) {
        Set<Bean<?>> beans = new LinkedHashSet<>(manager.getBeans(type, Any.Literal.INSTANCE));
        beans.addAll(known(type, Any.Literal.INSTANCE));
        return beans.stream()
                .map(bean -> (Supplier<T>) () -> reference(type, bean))
                .toList();
    }

    private Set<Bean<?>> known(Class<?> type, Annotation... qualifiers) {
        List<Annotation> required = qualifiers.length == 0 ? List.of(Default.Literal.INSTANCE) : List.of(qualifiers);
        return known.stream()
                .filter(bean -> bean.getTypes().contains(type))
                .filter(bean -> required.stream().allMatch(qualifier -> bean.getQualifiers().stream()
                        .anyMatch(own -> own.annotationType() == qualifier.annotationType()
                                && manager.areQualifiersEquivalent(own, qualifier))))
                .collect(Collectors.toSet());
    }

    private <T> T reference(Class<T> type, Bean<?> bean) {
        return type.cast(manager.getReference(bean, type, manager.createCreationalContext(bean)));
    }
}
