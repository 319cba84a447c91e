package org.cachette.backend.jcache;

import com.hazelcast.config.Config;
import com.hazelcast.core.server.HazelcastMemberStarter;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.cache.CacheManager;
import org.cachette.backend.LocalServer;
import org.cachette.backend.ServerProcess;

/**
 * A Hazelcast member in a process of its own, which nobody joins. The address that it tells to clients leads nowhere, so
 * that they stay with the one by which they came.
 */
final class HazelcastServer extends LocalServer {

    private static final String MEMBER = """
            <hazelcast xmlns="http://www.hazelcast.com/schema/config">
              <cluster-name>%s</cluster-name>
              <properties>
                <property name="hazelcast.phone.home.enabled">false</property>
                <property name="hazelcast.logging.type">none</property>
                <property name="hazelcast.socket.bind.any">false</property>
                <property name="hazelcast.partition.count">31</property>
              </properties>
              <network>
                <public-address>127.0.0.1:1</public-address>
                <port auto-increment="false">%d</port>
                <join><auto-detection enabled="false"/><multicast enabled="false"/></join>
                <interfaces enabled="true"><interface>127.0.0.1</interface></interfaces>
                <rest-api enabled="true">
                  <endpoint-group name="HEALTH_CHECK" enabled="true"/>
                </rest-api>
              </network>
            </hazelcast>
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

    private HazelcastServer(Path folder, int port) {
        super(folder, command(folder, port));
        this.port = port;
    }

    static HazelcastServer notStarted() {
        return new HazelcastServer(newFolder("hazelcast"), ServerProcess.freePort());
    }

    private static List<String> command(Path folder, int port) {
        try {
            Path config = Files.writeString(folder.resolve("member.xml"), MEMBER.formatted(CLUSTER, port));
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
        URI health = URI.create("http://" + address() + "/hazelcast/health/ready");
        return ((HttpURLConnection) health.toURL().openConnection()).getResponseCode() == 200;
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
