package org.cachette.backend.jcache;

import com.hazelcast.config.Config;
import com.hazelcast.core.server.HazelcastMemberStarter;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.cache.CacheManager;
import org.cachette.backend.LocalServer;
import org.cachette.backend.ServerProcess;

/** A Hazelcast member in a process of its own. */
final class HazelcastServer extends LocalServer {

    private static final String MEMBER = """
            <hazelcast xmlns="http://www.hazelcast.com/schema/config">
              <cluster-name>%s</cluster-name>
              <properties>
                <property name="hazelcast.phone.home.enabled">false</property>
                <property name="hazelcast.logging.type">none</property>
                <property name="hazelcast.socket.bind.any">false</property>
                <property name="hazelcast.wait.seconds.before.join">0</property>
                <property name="hazelcast.partition.count">31</property>
              </properties>
              <network>
                <port auto-increment="false">%d</port>
                <interfaces enabled="true"><interface>127.0.0.1</interface></interfaces>
                <rest-api enabled="true">
                  <endpoint-group name="HEALTH_CHECK" enabled="true"/>
                </rest-api>
                %s
              </network>
              %s
            </hazelcast>
            """;

    private static final String ALONE = """
            <public-address>127.0.0.1:1</public-address>
            <join><auto-detection enabled="false"/><multicast enabled="false"/></join>
            """;

    private static final String WITH_OTHER = """
            <join>
              <auto-detection enabled="false"/><multicast enabled="false"/>
              <tcp-ip enabled="true"><member>127.0.0.1:%d</member></tcp-ip>
            </join>
            """;

    private static final String NO_WRITES_ALONE = """
            <split-brain-protection name="both" enabled="true">
              <minimum-cluster-size>2</minimum-cluster-size>
              <protect-on>WRITE</protect-on>
            </split-brain-protection>
            <cache name="cachette"><split-brain-protection-ref>both</split-brain-protection-ref></cache>
            """;

    private static final String CLIENT = """
            <hazelcast-client xmlns="http://www.hazelcast.com/schema/client-config">
              <cluster-name>%s</cluster-name>
              <properties><property name="hazelcast.logging.type">none</property></properties>
              <network>
                <cluster-members><address>%s</address></cluster-members>
                <smart-routing>false</smart-routing>
              </network>
            </hazelcast-client>
            """;

    private static final String CLUSTER = "cachette-outages";

    private final int port;

    private HazelcastServer(Path folder, int port, String joined, String more) {
        super(folder, command(folder, MEMBER.formatted(CLUSTER, port, joined, more)));
        this.port = port;
    }

    /**
     * One that nobody joins. The address that it tells to clients leads nowhere, so that they stay with the one by which
     * they came.
     */
    static HazelcastServer notStarted() {
        return new HazelcastServer(newFolder("hazelcast"), ServerProcess.freePort(), ALONE, "");
    }

    /** One of two on those ports, whose cache {@code cachette} takes writes only while both are there. */
    static HazelcastServer oneOfTwo(int port, int other) {
        return new HazelcastServer(newFolder("hazelcast"), port, WITH_OTHER.formatted(other), NO_WRITES_ALONE);
    }

    private static List<String> command(Path folder, String member) {
        try {
            Path config = Files.writeString(folder.resolve("member.xml"), member);
            return List.of(
                    ProcessHandle.current().info().command().orElse("java"),
                    "-XX:TieredStopAtLevel=1",
                    "-Dhazelcast.config=" + config,
                    "-cp",
                    jars(Config.class, CacheManager.class),
                    HazelcastMemberStarter.class.getName());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected boolean answers() throws IOException {
        return ((HttpURLConnection) health("ready").openConnection()).getResponseCode() == 200;
    }

    private URL health(String what) throws IOException {
        return URI.create("http://" + address() + "/hazelcast/health/" + what).toURL();
    }

    /** How many members this one knows, with itself. */
    int members() {
        try (InputStream answer = health("cluster-size").openStream()) {
            return Integer.parseInt(new String(answer.readAllBytes(), StandardCharsets.US_ASCII).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String jars(Class<?>... classes) {
        return Stream.of(classes)
                .map(each -> {
                    try {
                        return Path.of(each.getProtectionDomain()
                                        .getCodeSource()
                                        .getLocation()
                                        .toURI())
                                .toString();
                    } catch (URISyntaxException e) {
                        throw new AssertionError(e);
                    }
                })
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** A client's configuration, with nothing but what it takes to find the member at that address. */
    static String client(String address) {
        return CLIENT.formatted(CLUSTER, address);
    }

    @Override
    public String address() {
        return "127.0.0.1:" + port;
    }
}
