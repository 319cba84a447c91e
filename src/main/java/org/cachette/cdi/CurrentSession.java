package org.cachette.cdi;

import jakarta.enterprise.inject.Instance;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Finds out which session the current request has: embedded applications may lack even the API of servlets. */
final class CurrentSession {

    private CurrentSession() {}

    /** Gives the session's id; null where there is none. */
    static Supplier<@Nullable String> find(Instance<Object> beans) {
        try {
            Class.forName("jakarta.servlet.http.HttpServletRequest", false, CurrentSession.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            return () -> null;
        }
        return ByApi.find(beans);
    }

    /** Apart, so that the API is needed only where it is. */
    private static final class ByApi {

        static Supplier<@Nullable String> find(Instance<Object> beans) {
            Instance<HttpServletRequest> requests = beans.select(HttpServletRequest.class);
            return requests.isResolvable() ? () -> id(requests) : () -> null;
        }

        private static @Nullable String id(Instance<HttpServletRequest> requests) {
            try {
                HttpSession session = requests.get().getSession(false);
                return session == null ? null : session.getId();
            } catch (RuntimeException e) {
                return null; // each container has its own exception for threads that answer no request
            }
        }
    }
}
