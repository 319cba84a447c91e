package org.cachette.backend.jcache;

import com.hazelcast.cache.HazelcastCachingProvider;
import com.hazelcast.cache.HazelcastMemberCachingProvider;
import com.hazelcast.config.Config;
import com.hazelcast.config.NetworkConfig;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.cache.CacheManager;
import org.cachette.backend.ServerProcess;

/** A cluster of Hazelcast members in this process, on ports of 127.0.0.1, that nobody else joins. */
final class HazelcastMembers implements AutoCloseable {

    private final String cluster = "cachette-" + UUID.randomUUID();
    private final List<Integer> ports;
    private final List<HazelcastInstance> members;

    private HazelcastMembers(int count) {
        ports = Stream.generate(ServerProcess::freePort).limit(count).toList();
        members = IntStream.range(0, count).mapToObj(this::start).toList();
    }

    static HazelcastMembers of(int count) {
        return new HazelcastMembers(count);
    }

    /** Starts a member, also one that was stopped. */
    HazelcastInstance start(int index) {
        Config config = new Config(name(index)).setClusterName(cluster);
        config.setProperty("hazelcast.phone.home.enabled", "false");
        config.setProperty("hazelcast.logging.type", "none");
        config.setProperty("hazelcast.socket.bind.any", "false");
        config.setProperty("hazelcast.wait.seconds.before.join", "0");
        config.setProperty("hazelcast.partition.count", "31");
        NetworkConfig network = config.getNetworkConfig();
        network.setPort(ports.get(index)).setPortAutoIncrement(false);
        network.getInterfaces().setEnabled(true).addInterface("127.0.0.1");
        network.getJoin().getAutoDetectionConfig().setEnabled(false);
        network.getJoin().getMulticastConfig().setEnabled(false);
        network.getJoin().getTcpIpConfig().setEnabled(true);
        ports.forEach(port -> network.getJoin().getTcpIpConfig().addMember("127.0.0.1:" + port));
        return Hazelcast.newHazelcastInstance(config);
    }

    String cluster() {
        return cluster;
    }

    int port(int index) {
        return ports.get(index);
    }

    String name(int index) {
        return cluster + "-" + index;
    }

    HazelcastInstance member(int index) {
        return members.get(index);
    }

    /** A cache manager on a member, as an application or a server would give it. */
    CacheManager manager(int index) {
        return new HazelcastMemberCachingProvider()
                .getCacheManager(null, null, HazelcastCachingProvider.propertiesByInstanceItself(members.get(index)));
    }

    @Override
    public void close() {
        Hazelcast.getAllHazelcastInstances().stream()
                .filter(instance -> instance.getName().startsWith(cluster))
                .forEach(instance -> instance.getLifecycleService().terminate());
    }
}
