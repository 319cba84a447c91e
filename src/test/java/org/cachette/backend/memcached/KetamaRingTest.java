package org.cachette.backend.memcached;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The owners of {@code :1:key0} to {@code :1:key119}, one digit each, as libmemcached 1.1.4 gave them: by
 * {@code memcached_generate_hash} after {@code MEMCACHED_BEHAVIOR_KETAMA_WEIGHTED} was set to 1.
 */
@Tag("DJ-MC-02")
final class KetamaRingTest {

    private static String owners(String location) {
        KetamaRing ring = new KetamaRing(
                Servers.of(location).stream().map(Server::ringName).toList());
        return IntStream.range(0, 120)
                .mapToObj(i -> "" + ring.ownerOf((":1:key" + i).getBytes(StandardCharsets.US_ASCII)))
                .collect(Collectors.joining());
    }

    @Test
    void serversOnTheDefaultPortHaveTheKeysThatLibmemcachedGivesThem() {
        assertThat(owners("10.0.1.1,10.0.1.2,10.0.1.3,10.0.1.4,10.0.1.5"))
                .isEqualTo("204431014323210411240144140141141213030432121020140013031343323304330313444442030232012343"
                        + "434210044341101120140300023231");
    }

    @Test
    void namesAndPortsAreMixedAsLibmemcachedMixesThem() {
        assertThat(owners("cache-a.example:11211,cache-b.example:11212,127.0.0.1:22122"))
                .isEqualTo("122101120011001112122212112211212001011110202210000020220000021010010100011011221220211011"
                        + "221220221101110220022020002202");
    }

    @Test
    void serversOnOneMachineHaveTheKeysThatLibmemcachedGivesThem() {
        assertThat(owners("127.0.0.1:40001,127.0.0.1:40002,127.0.0.1:40003"))
                .isEqualTo("120002222002020001021111111211010220221102122021112021120101200012202010002012212222020021"
                        + "001200001010000022021002000000");
    }

    @Test
    void aFurtherServerTakesKeysFromOthersAndMovesNoneBetweenThem() {
        KetamaRing before = new KetamaRing(List.of("a", "b", "c"));
        KetamaRing after = new KetamaRing(List.of("a", "b", "c", "d"));
        int moved = 0;
        for (int i = 0; i < 1000; i++) {
            byte[] key = ("key" + i).getBytes(StandardCharsets.US_ASCII);
            int owner = after.ownerOf(key);
            moved += owner == 3 ? 1 : 0;
            assertThat(owner).isIn(before.ownerOf(key), 3);
        }
        assertThat(moved).isBetween(150, 350);
    }
}
