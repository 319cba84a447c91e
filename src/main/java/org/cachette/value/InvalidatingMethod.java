package org.cachette.value;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cachette.annotation.Invalidates;
import org.cachette.fragment.FragmentAttributes;
import org.jspecify.annotations.Nullable;

/**
 * A method that makes something outdated.
 *
 * @param drops what its annotations say, in order
 */
public record InvalidatingMethod(List<Drop> drops) {

    /** What one annotation says. */
    record Drop(
            String cache,
            Optional<KeyExpression> key,
            Optional<String> fragment,
            List<KeyExpression> varyOn,
            Optional<KeyExpression> page,
            Optional<KeyExpression> pagePrefix) {

        /** Of the fragment, as its tag has them: a collection's one by one. */
        @Nullable
        Object[] values(@Nullable Object @Nullable [] arguments) {
            return varyOn.stream()
                    .flatMap(value -> FragmentAttributes.varyOn(value.value(arguments)).stream())
                    .toArray();
        }
    }

    /**
     * The method by what its annotations say.
     *
     * @throws IllegalArgumentException where one cannot work; the message says why
     */
    public static InvalidatingMethod of(Method method) {
        return new InvalidatingMethod(Arrays.stream(method.getAnnotationsByType(Invalidates.class))
                .map(each -> drop(each, method))
                .toList());
    }

    private static Drop drop(Invalidates said, Method method) {
        if (said.key().isEmpty()
                && said.fragment().isEmpty()
                && said.page().isEmpty()
                && said.pagePrefix().isEmpty()) {
            throw new IllegalArgumentException("says not what: expected key, fragment, page or pagePrefix");
        }
        if (said.varyOn().length > 0 && said.fragment().isEmpty()) {
            throw new IllegalArgumentException("has varyOn, which is for a fragment: expected fragment too");
        }
        if (!said.cache().isEmpty() && said.key().isEmpty() && said.fragment().isEmpty()) {
            throw new IllegalArgumentException("has a cache, which pages have by themselves: expected key or fragment");
        }
        return new Drop(
                said.cache(),
                expression(said.key(), method).map(KeyExpression::forKeys),
                Optional.of(said.fragment()).filter(name -> !name.isEmpty()),
                Arrays.stream(said.varyOn())
                        .map(text -> new KeyExpression(text, method))
                        .toList(),
                expression(said.page(), method),
                expression(said.pagePrefix(), method));
    }

    private static Optional<KeyExpression> expression(String text, Method method) {
        return text.isEmpty() ? Optional.empty() : Optional.of(new KeyExpression(text, method));
    }

    /** Whether pages are dropped by prefix. */
    public boolean dropsByPrefix() {
        return drops.stream().anyMatch(drop -> drop.pagePrefix().isPresent());
    }

    /** Names of caches that are given. */
    public Set<String> caches() {
        return drops.stream().map(Drop::cache).filter(name -> !name.isEmpty()).collect(Collectors.toSet());
    }

    /** What is to be dropped after a call with these arguments. */
    List<Target> targets(@Nullable Object @Nullable [] arguments, Addresses addresses) {
        List<Target> targets = new ArrayList<>();
        for (Drop drop : drops) {
            drop.key().ifPresent(key -> targets.add(addresses.value(drop.cache(), key.key(arguments))));
            drop.fragment()
                    .ifPresent(name -> targets.add(addresses.fragment(drop.cache(), name, drop.values(arguments))));
            drop.page().ifPresent(page -> targets.add(new Target.OfPage(addresses.page(page.uri(arguments)))));
            drop.pagePrefix()
                    .ifPresent(prefix -> targets.add(new Target.OfPrefix(addresses.page(prefix.uri(arguments)))));
        }
        return targets;
    }
}
