package org.cachette.backend.memcached;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;

/**
 * Which of several servers has a key: that of the first point at or after the key's own on a ring of 160 points per
 * server. The points are those of libmemcached's {@code MEMCACHED_BEHAVIOR_KETAMA_WEIGHTED} with equal weights, so that
 * other languages' clients look for a key where we put it. Immutable.
 */
final class KetamaRing {

    private static final int DIGESTS_PER_SERVER = 40;
    private static final int POINTS_PER_DIGEST = 4;

    private final long[] points;
    private final int[] owners;

    /** The servers by their {@link Server#ringName}. */
    KetamaRing(List<String> names) {
        // A point and its owner in one number: sorted by point, which has 32 bits.
        long[] sorted = new long[names.size() * DIGESTS_PER_SERVER * POINTS_PER_DIGEST];
        int count = 0;
        for (int owner = 0; owner < names.size(); owner++) {
            for (int i = 0; i < DIGESTS_PER_SERVER; i++) {
                byte[] digest = md5((names.get(owner) + "-" + i).getBytes(StandardCharsets.UTF_8));
                for (int part = 0; part < POINTS_PER_DIGEST; part++) {
                    sorted[count++] = point(digest, part) << 24 | owner;
                }
            }
        }
        Arrays.sort(sorted);
        this.points = Arrays.stream(sorted).map(both -> both >>> 24).toArray();
        this.owners =
                Arrays.stream(sorted).mapToInt(both -> (int) (both & 0xFFFFFF)).toArray();
    }

    /** The number of the server that has the key, as it goes over the wire. */
    int ownerOf(byte[] key) {
        long point = point(md5(key), 0);
        int index = Arrays.binarySearch(points, point);
        if (index < 0) {
            index = -index - 1;
        }
        while (index > 0 && index < points.length && points[index - 1] == point) {
            index--;
        }
        return owners[index == points.length ? 0 : index];
    }

    private static long point(byte[] digest, int part) {
        int at = 4 * part;
        return (digest[at + 3] & 0xFFL) << 24
                | (digest[at + 2] & 0xFFL) << 16
                | (digest[at + 1] & 0xFFL) << 8
                | (digest[at] & 0xFFL);
    }

    private static byte[] md5(byte[] bytes) {
        try {
            return MessageDigest.getInstance("MD5").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
