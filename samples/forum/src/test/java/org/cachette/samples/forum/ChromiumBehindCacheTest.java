package org.cachette.samples.forum;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.cachette.downstream.DownstreamCache;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two members with a shared cache between their browsers and the forum. */
class ChromiumBehindCacheTest {

    @RegisterExtension
    static final Chromiums CHROMIUMS = new Chromiums();

    private static RunningForum forum;

    @BeforeAll
    static void start() throws IOException {
        forum = RunningForum.start();
    }

    @AfterAll
    static void stop() {
        forum.close();
    }

    @ParameterizedTest
    @MethodSource("org.cachette.downstream.DownstreamCache#all")
    void eachSeesTheOwnCountAtOnce(DownstreamCache cache, @TempDir(cleanup = CleanupMode.NEVER) Path folder)
            throws IOException {
        URI site = cache.start(folder, forum.address(), "/messages").site();
        Chromium visitor = CHROMIUMS.open(site).follow("Topics");
        String topics = visitor.text();
        Chromium one = visitor.logIn("member1").follow("Messages").press("Mark all as read");
        Chromium two = CHROMIUMS.open(site).follow("Topics");
        assertThat(two.text()).isEqualTo(topics);
        two.logIn("member2").follow("Messages").press("Mark all as read");

        one.send("member2", "first").send("member2", "second");
        two.send("member1", "third");
        for (String link : new String[] {"Forum", "Topics", "Profile", "Messages"}) {
            assertThat(one.follow(link).count()).as(link).isEqualTo(1);
            assertThat(two.follow(link).count()).as(link).isEqualTo(2);
        }
        assertThat(one.follow("Messages").press("Mark as read").count()).isZero();
        assertThat(two.logIn("member1").follow("Topics").count()).isZero();
        assertThat(URI.create(one.page().url()).getAuthority()).isEqualTo(site.getAuthority());
    }
}
