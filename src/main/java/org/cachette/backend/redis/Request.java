package org.cachette.backend.redis;

import java.util.List;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.Protocol.Keyword;

/**
 * A command about some keys, mostly one.
 *
 * @param keys as they go over the wire
 */
record Request(List<byte[]> keys, CommandArguments command) {

    /** Counts up what is there only; its sum as text, since a script's numbers are inexact. */
    private static final String INCREMENT = "if redis.call('EXISTS',KEYS[1])==0 then return false end "
            + "redis.call('INCRBY',KEYS[1],ARGV[1]) return redis.call('GET',KEYS[1])";

    static List<CommandArguments> commands(List<Request> requests) {
        return requests.size() == 1
                ? List.of(requests.get(0).command)
                : requests.stream().map(Request::command).toList();
    }

    private static Request of(Command command, byte[] key) {
        return new Request(List.of(key), new CommandArguments(command).add(key));
    }

    static Request get(byte[] key) {
        return of(Command.GET, key);
    }

    /** In milliseconds. */
    static Request remainingLife(byte[] key) {
        return of(Command.PTTL, key);
    }

    static Request exists(byte[] key) {
        return of(Command.EXISTS, key);
    }

    static Request set(byte[] key, byte[] value, long life) {
        return new Request(
                List.of(key),
                withLife(new CommandArguments(Command.SET).add(key).add(value), life));
    }

    static Request add(byte[] key, byte[] value, long life) {
        CommandArguments set = new CommandArguments(Command.SET).add(key).add(value);
        return new Request(List.of(key), withLife(set.add(Keyword.NX), life));
    }

    private static CommandArguments withLife(CommandArguments set, long life) {
        return life == Life.ENDLESS ? set : set.add(Keyword.PX).add(life);
    }

    static Request expire(byte[] key, long life) {
        return new Request(
                List.of(key), new CommandArguments(Command.PEXPIRE).add(key).add(life));
    }

    static Request persist(byte[] key) {
        return of(Command.PERSIST, key);
    }

    static Request delete(byte[] key) {
        return of(Command.UNLINK, key);
    }

    static Request rename(byte[] from, byte[] to) {
        return new Request(
                List.of(from, to),
                new CommandArguments(Command.RENAME).add(from).add(to));
    }

    static Request increment(byte[] key, long delta) {
        return new Request(
                List.of(key),
                new CommandArguments(Command.EVAL)
                        .add(INCREMENT)
                        .add(1)
                        .add(key)
                        .add(delta));
    }

    static Request publish(byte[] key, byte[] channel, byte[] message) {
        return new Request(
                List.of(key), new CommandArguments(Command.PUBLISH).add(channel).add(message));
    }

    /** Of several keys, on one server. */
    static Request getMany(List<byte[]> keys) {
        CommandArguments command = new CommandArguments(Command.MGET);
        keys.forEach(command::add);
        return new Request(keys, command);
    }
}
