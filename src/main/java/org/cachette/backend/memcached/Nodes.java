package org.cachette.backend.memcached;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.cachette.backend.Trouble;
import org.jspecify.annotations.Nullable;

/**
 * The servers of a cache. A key always belongs to the same one: when it fails, the key counts as missing and is not
 * moved to another, where it would be found old when its server comes back.
 */
final class Nodes {

    private final List<Node> nodes;
    private final @Nullable KetamaRing ring;
    private final boolean throwing;

    /** With throwing, each failure of a server is one of the operation; otherwise only the server's keys are missing. */
    Nodes(String cache, List<Server> servers, int longestItem, boolean throwing) {
        this.nodes = servers.stream()
                .map(server -> new Node(server, longestItem, trouble(cache, server, throwing)))
                .toList();
        this.ring = servers.size() == 1
                ? null
                : new KetamaRing(servers.stream().map(Server::ringName).toList());
        this.throwing = throwing;
    }

    private static Trouble trouble(String cache, Server server, boolean throwing) {
        return new Trouble(
                "A server of cache \"" + cache + "\" fails; until it works again its keys count as missing",
                "memcached at " + server + ", a server of cache \"" + cache + "\", works again.",
                throwing);
    }

    private int numberOf(WireKey key) {
        return ring == null ? 0 : ring.ownerOf(key.bytes());
    }

    /** The answer of the key's server; null when that fails. */
    @Nullable
    Answer ask(WireKey key, Request request, long deadline) {
        try {
            return nodes.get(numberOf(key))
                    .send(List.of(request), deadline)
                    .await(deadline)
                    .get(0);
        } catch (NodeFailure e) {
            tolerate(e);
            return null;
        }
    }

    /** The answers of the keys' servers, in the order of the keys; all servers work at the same time. */
    List<@Nullable Answer> askAll(List<WireKey> keys, Function<WireKey, Request> request, long deadline) {
        List<List<Integer>> places = new ArrayList<>();
        nodes.forEach(node -> places.add(new ArrayList<>()));
        for (int i = 0; i < keys.size(); i++) {
            places.get(numberOf(keys.get(i))).add(i);
        }
        List<Node.@Nullable Sent> sent = new ArrayList<>();
        for (int n = 0; n < nodes.size(); n++) {
            List<Request> requests =
                    places.get(n).stream().map(keys::get).map(request).toList();
            sent.add(requests.isEmpty() ? null : send(nodes.get(n), requests, deadline));
        }
        @Nullable Answer[] answers = new Answer[keys.size()];
        for (int n = 0; n < nodes.size(); n++) {
            List<Answer> some = await(sent.get(n), deadline);
            for (int i = 0; i < some.size(); i++) {
                answers[places.get(n).get(i)] = some.get(i);
            }
        }
        return Arrays.asList(answers);
    }

    /** Sends one request to every server. */
    void askEach(Request request, long deadline) {
        List<Node.@Nullable Sent> sent = new ArrayList<>();
        nodes.forEach(node -> sent.add(send(node, List.of(request), deadline)));
        sent.forEach(one -> await(one, deadline));
    }

    private Node.@Nullable Sent send(Node node, List<Request> requests, long deadline) {
        try {
            return node.send(requests, deadline);
        } catch (NodeFailure e) {
            tolerate(e);
            return null;
        }
    }

    private List<Answer> await(Node.@Nullable Sent sent, long deadline) {
        try {
            return sent == null ? List.of() : sent.await(deadline);
        } catch (NodeFailure e) {
            tolerate(e);
            return List.of();
        }
    }

    private void tolerate(NodeFailure failure) {
        if (throwing) {
            throw failure;
        }
    }

    void close() {
        nodes.forEach(Node::close);
    }
}
