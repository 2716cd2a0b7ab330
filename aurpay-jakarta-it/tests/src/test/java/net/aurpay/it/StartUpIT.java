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

/** Checks what the log says when an application starts. {@link NoSecretInLogs} checks that the log has no secrets. */
@ExtendWith(ArquillianExtension.class)
class StartUpIT {
    private static final String STARTED = "started";
    private static final String ELSEWHERE = "elsewhere";
    private static final Sandbox SANDBOX = Sandboxes.start();

    @Deployment(name = STARTED, testable = false)
    static WebArchive application() {
        return new ApplicationArchive(STARTED)
                .signing(SANDBOX)
                .receiving(SANDBOX)
                .property("aurpay.algorithm", "HMAC-SHA3_256")
                .build();
    }

    @Deployment(name = ELSEWHERE, testable = false)
    static WebArchive elsewhere() {
        return new ApplicationArchive(ELSEWHERE)
                .receiving(SANDBOX, "https://shop.example.com/store/aurpay/callbacks")
                .build();
    }

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @Test
    @EnabledIf(
            value = "net.aurpay.it.Server#runsExtensions",
            disabledReason = "the server runs no CDI extension, which would log at the start")
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
                .containsPattern(
                        "/started/aurpay/callbacks\\] \\(this application: /started/aurpay/callbacks\\), required \\[(TOKEN, SIGNATURE|SIGNATURE, TOKEN)\\],"
                                + " confirmation off, inbox in memory");
    }

    @Test
    @NeedsCallbacks
    void logWarnsOfAUrlThatDoesNotEndInTheApplicationsPath() {
        assertThat(Server.log())
                .contains("callbacks at [https://shop.example.com/store/aurpay/callbacks] (this application:"
                        + " /elsewhere/aurpay/callbacks)")
                .contains("aurpay.webhook.url <https://shop.example.com/store/aurpay/callbacks> does not end in"
                        + " </elsewhere/aurpay/callbacks>")
                .doesNotContain("does not end in </started/aurpay/callbacks>");
    }

    /** Without a precaution, CDI would warn for each interface of a REST client that it is not a bean. */
    @Test
    void logHasNoWarningAboutTheInterfaces() {
        assertThat(Server.log()).doesNotContain("WELD-000167: Class net.aurpay");
    }
}
