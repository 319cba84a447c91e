package org.cachette.backend.redis;

import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.ClientSetInfoConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.JedisClientConfig;

/**
 * How to be let in.
 *
 * @param user null for the default one
 * @param password null for none
 * @param tls makes encrypted sockets; null for plain ones
 */
record Access(
        @Nullable String user,
        @Nullable String password,
        int database,
        @Nullable SSLSocketFactory tls) {

    JedisClientConfig toJedis() {
        DefaultJedisClientConfig.Builder config = DefaultJedisClientConfig.builder()
                .resp2()
                .autoNegotiateProtocol(false)
                .clientName("cachette")
                .clientSetInfoConfig(ClientSetInfoConfig.DISABLED)
                .database(database);
        if (user != null) {
            config.user(user);
        }
        if (password != null) {
            config.password(password);
        }
        return config.build();
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "database " + database + (user == null ? "" : " as " + user) + (tls == null ? "" : " over TLS");
    }
}
