package net.aurpay.it;

import static org.assertj.core.api.Assertions.assertThat;

import net.aurpay.it.sandbox.Sandbox;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the log says when an application starts. That it says no secret is {@link NoSecretInLogs}'s to see. */
@ExtendWith(ArquillianExtension.class)
class StartUpIT {
    private static final Sandbox SANDBOX = Sandboxes.start();

    @Deployment(testable = false)
    static WebArchive application() {
        return new ApplicationArchive("started")
                .signing(SANDBOX)
                .receiving(SANDBOX)
                .property("aurpay.algorithm", "HMAC-SHA3_256")
                .build();
    }

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @Test
    @EnabledIf(
            value = "net.aurpay.it.Server#runsExtensions",
            disabledReason = "no extension of CDI runs, so no line at the start")
    void logSaysVersionUrlAndMode() {
        assertThat(Server.log())
                .contains("aurpay-jakarta-client 1.0.0-SNAPSHOT: " + SANDBOX.url() + ", {")
                .contains("MAIN=Credentials[signature, HMAC-SHA3_256]");
    }

    @Test
    @NeedsCallbacks
    void logSaysWhereCallbacksArriveAndInWhichInbox() {
        assertThat(Server.log())
                .contains("the inbox is in memory: a restart forgets it, and events may be fired again")
                .contains("aurpay-jakarta-webhook 1.0.0-SNAPSHOT: callbacks at [")
                .containsPattern("/started/aurpay/callbacks\\], required \\[(TOKEN, SIGNATURE|SIGNATURE, TOKEN)\\],"
                        + " confirmation off, inbox in memory");
    }
}
