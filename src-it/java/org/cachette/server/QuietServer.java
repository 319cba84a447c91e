package org.cachette.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** Sees to it that a server has nothing to complain about while a test class deploys, visits and undeploys. */
final class QuietServer implements BeforeAllCallback, AfterAllCallback {

    private static final Namespace NAMESPACE = Namespace.create(QuietServer.class);

    /** What servers say at their start, without us. */
    private static final List<String> USUAL = List.of(
            "WFLYTX0013", // the node identifier is the default one
            "WFLYELY00023", // there is no key store yet
            "WFLYELY01084", // the same
            "would skip the check of the caller's role", // ours, of a page that is rightly left out
            "WFLYEJB0364", // a caller was refused a method of a session bean
            "fish.payara.nucleus.hazelcast.MemberAddressPicker", // no network but the loopback device
            "NCLS-SECURITY-05054", // certificates that have expired
            "java.io.IOException: Connection ", // is closed, or was reset: a client went away, as it is to
            "java.io.IOException: Broken pipe", // the same
            "KeyedResource.setKey", // the making of an object throws, as it is to
            "the first run fails", // a method throws, as it is to
            "the first answer is lost"); // a filter throws, as it is to

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getStore(NAMESPACE).put(ServerLog.class, ServerLog.fromNow());
    }

    @Override
    public void afterAll(ExtensionContext context) {
        ServerLog log = context.getStore(NAMESPACE).get(ServerLog.class, ServerLog.class);
        if (log != null) {
            assertThat(log.complaints())
                    .filteredOn(line -> USUAL.stream().noneMatch(line::contains))
                    .isEmpty();
        }
    }
}
