package net.aurpay.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.assertj.core.util.Throwables;
import org.jboss.arquillian.container.test.api.Deployer;

/** An application whose deployment must fail. */
record FailedDeployment(Deployer deployer, String name) {
    /**
     * Returns the reason that the server gives. Payara's Arquillian adapter does not report it: it is in the log only.
     */
    String reason() {
        ServerLog log = new ServerLog();
        Throwable thrown = catchThrowable(() -> deployer.deploy(name));
        assertThat(thrown).as(name + " was deployed").isNotNull();
        return Throwables.getStackTrace(thrown) + log.now();
    }
}
