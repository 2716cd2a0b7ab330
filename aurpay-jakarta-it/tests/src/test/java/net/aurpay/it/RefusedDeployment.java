package net.aurpay.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.assertj.core.util.Throwables;
import org.jboss.arquillian.container.test.api.Deployer;

/** An application that must not start, and why. */
record RefusedDeployment(Deployer deployer, String name) {
    /** What the server says of it; Payara's adapter leaves the reason to the log. */
    String reason() {
        ServerLog log = new ServerLog();
        Throwable thrown = catchThrowable(() -> deployer.deploy(name));
        assertThat(thrown).as(name + " was deployed").isNotNull();
        return Throwables.getStackTrace(thrown) + log.now();
    }
}
