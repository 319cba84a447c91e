package org.cachette.samples.forum;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** All pages, at the root of the site. Cachette's own parts need no mention. */
@ApplicationPath("/")
public class ForumApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                FrontPage.class,
                StatsPage.class,
                TopicsPage.class,
                GreetingPage.class,
                ProfilePage.class,
                MessagesPage.class,
                LoginPage.class,
                StylePage.class,
                RefusalMapper.class);
    }
}
