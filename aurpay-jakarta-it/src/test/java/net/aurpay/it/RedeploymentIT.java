package net.aurpay.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import net.aurpay.it.sandbox.CallbackAttempt;
import net.aurpay.it.sandbox.Sandbox;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * An application that comes and goes leaves nothing behind. Its class loader is the witness: a thread, an MBean, a driver
 * or a cache of ours that outlived it would hold it.
 */
@ExtendWith(ArquillianExtension.class)
@Tag("redeployment")
class RedeploymentIT {
    private static final String APPLICATION = "redeployed";
    private static final int TIMES = 20;
    /** Servers keep the last few, in caches of their own; a leak would keep them all. */
    private static final int KEPT_BY_THE_SERVER = TIMES / 4;

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Sandbox SANDBOX = Sandboxes.start();

    @ArquillianResource
    Deployer deployer;

    @Deployment(name = APPLICATION, managed = false, testable = false)
    static WebArchive application() {
        return new ApplicationArchive(APPLICATION)
                .signing(SANDBOX)
                .receiving(SANDBOX)
                .build();
    }

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @Test
    void twentyRedeploymentsLeaveNoClassLoaderAndNoThread() throws Exception {
        assumeFalse(Server.is("payara"), "Payara keeps class loaders of undeployed applications: whose doing is open");
        for (int i = 0; i < TIMES; i++) {
            deployer.deploy(APPLICATION);
            use("A" + i);
            deployer.undeploy(APPLICATION);
        }

        ServerProcess server = ServerProcess.find();
        for (String witness : new String[] {
            "net.aurpay.client.SigningFilter",
            "net.aurpay.client.OrderClient",
            "net.aurpay.webhook.CallbackResource",
            "net.aurpay.it.app.CdiObserver"
        }) {
            assertThat(copies(server, witness)).as(witness).isLessThanOrEqualTo(KEPT_BY_THE_SERVER);
        }
        assertThat(server.threads()).doesNotContain("net.aurpay.");
    }

    /** A garbage collection may take several rounds to come by finalizers and references. */
    private static long copies(ServerProcess server, String witness) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        long copies = server.copiesOf(witness);
        while (copies > KEPT_BY_THE_SERVER && Instant.now().isBefore(end)) {
            Thread.sleep(1000);
            copies = server.copiesOf(witness);
        }
        return copies;
    }

    private static void use(String reference) throws Exception {
        URI root = URI.create("http://localhost:" + Server.property("http.port") + "/" + APPLICATION + "/");
        Probe probe = new Probe(root);
        for (String bean : Server.beans()) {
            assertThat(probe.call(bean, "orders/order", "20240806071926377966")).containsKey("result");
        }
        assertThat(probe.callAs(SANDBOX.keys(), "orders/fiatCurrencies")).containsKey("result");
        String orderId = probe.createPayment(reference, true);
        SANDBOX.pay(orderId);
        CallbackAttempt attempt =
                SANDBOX.callbacks().await(made -> made.orderId().equals(orderId), PATIENCE);
        assertThat(attempt.status()).isEqualTo(200);
    }
}
