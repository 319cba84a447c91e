package org.cachette.samples.forum;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.cachette.CurrentResponse;
import org.cachette.http.CacheDirectives;
import org.cachette.samples.forum.data.Letters;
import org.cachette.samples.forum.data.Member;
import org.cachette.samples.forum.data.Members;

/** What each page says about new messages. */
@ApplicationScoped
public class Inbox {

    @Inject
    Members members;

    @Inject
    Letters letters;

    @Inject
    CurrentResponse response;

    /** That of the member whom the cookie names, else of nobody. */
    View of(String cookie) {
        return new View(cookie.isEmpty() ? Optional.empty() : members.named(cookie));
    }

    /** One visitor's, for templates. */
    public final class View {

        private final Optional<Member> member;

        private View(Optional<Member> member) {
            this.member = member;
        }

        /** The member, or nothing. */
        public String getOwner() {
            return member.map(Member::getName).orElse("");
        }

        /**
         * Counts the new messages, and says who may see the page: the member alone. That it depends on the cookie is said for
         * visitors too, whose page is kept, so that no member gets it.
         */
        public long count() {
            response.varyOnCookie("member");
            if (member.isPresent()) {
                response.cacheControl(CacheDirectives.builder().isPrivate().build());
            }
            return member.map(letters::unread).orElse(0L);
        }

        public Instant getNow() {
            return Instant.now();
        }
    }
}
