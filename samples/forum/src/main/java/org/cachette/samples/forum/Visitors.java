package org.cachette.samples.forum;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.cachette.samples.forum.data.Member;
import org.cachette.samples.forum.data.Members;
import org.jspecify.annotations.Nullable;

/** Who a cookie or a form means. */
@ApplicationScoped
public class Visitors {

    @Inject
    Members members;

    /** The member of that cookie; empty without a cookie, refused when there is no such member. */
    public Optional<Member> visitor(@Nullable String cookie) {
        return Optional.ofNullable(cookie).map(this::member);
    }

    /** The member of that name; refused when there is none. */
    public Member member(@Nullable String name) {
        return Optional.ofNullable(name)
                .flatMap(members::named)
                .orElseThrow(() -> Refusal.badRequest(
                        name == null || name.isBlank()
                                ? "Whom do you mean? The name of a member is missing."
                                : "There is no member “" + name + "”."));
    }
}
