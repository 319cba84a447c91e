package org.cachette.server;

import static org.assertj.core.api.Assertions.catchThrowable;

import org.jboss.arquillian.container.test.api.Deployer;

/** What a server says of an application that it would not deploy. */
final class Refusal {

    private Refusal() {}

    /**
     * Tries a deployment that is declared with {@code managed = false} and must fail.
     *
     * @return what the deployer is told, with all causes, and what the log says meanwhile
     */
    static String of(Deployer deployer, String deployment) {
        ServerLog log = ServerLog.fromNow();
        Throwable refused = catchThrowable(() -> deployer.deploy(deployment));
        if (refused == null) {
            deployer.undeploy(deployment);
            throw new AssertionError("the server deployed " + deployment);
        }
        StringBuilder text = new StringBuilder();
        for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
            text.append(cause).append('\n');
        }
        return text.append(log.text()).toString();
    }
}
