package net.aurpay.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.management.ObjectName;
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
 * Checks that an undeployed application leaves nothing behind. The evidence is its class loader: a thread, an MBean, a
 * driver or a cache of ours that outlived the application would hold the class loader.
 */
@ExtendWith(ArquillianExtension.class)
@Tag("redeployment")
class RedeploymentIT {
    private static final String APPLICATION = "redeployed";
    /** Servers keep the last few applications in their own caches. A leak would keep all of them. */
    private static final int KEPT_BY_THE_SERVER = 5;

    /** {@code -Daurpay.redeployments=…} varies the run. */
    private static final int TIMES = Integer.getInteger("aurpay.redeployments", 2 * KEPT_BY_THE_SERVER);

    private static final List<String> WITNESSES = List.of(
            "net.aurpay.client.http.SigningFilter",
            "net.aurpay.client.OrderClient",
            "net.aurpay.webhook.endpoint.CallbackResource",
            "net.aurpay.it.app.CdiObserver");

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Sandbox SANDBOX = Sandboxes.start();
    private static final JsonObject PAYMENT = Probe.payment(1);

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
    void redeploymentsLeaveNothing() throws Exception {
        ServerProcess server = ServerProcess.find();
        // A server may still hold applications of the tests before this one.
        Map<String, Long> before = new HashMap<>();
        for (String witness : WITNESSES) {
            before.put(witness, server.copiesOf(witness));
        }
        redeploy("first");
        Set<ObjectName> mbeans = server.mbeans();
        long drivers = server.instancesOf("java.sql.DriverInfo");
        for (int i = 1; i < TIMES; i++) {
            redeploy("A" + i);
        }

        for (String witness : WITNESSES) {
            long limit = before.getOrDefault(witness, 0L) + KEPT_BY_THE_SERVER;
            assertThat(copies(server, witness, limit)).as(witness).isLessThanOrEqualTo(limit);
        }
        assertThat(server.threads()).doesNotContain("net.aurpay.");
        assertThat(server.mbeans()).isSubsetOf(mbeans);
        assertThat(server.instancesOf("java.sql.DriverInfo")).isEqualTo(drivers);
    }

    /**
     * Counts the copies, repeatedly: several garbage collections may be needed because of finalizers and references.
     */
    private static long copies(ServerProcess server, String witness, long wanted) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        long copies = server.copiesOf(witness);
        while (copies > wanted && Instant.now().isBefore(end)) {
            Thread.sleep(1000);
            copies = server.copiesOf(witness);
        }
        return copies;
    }

    private void redeploy(String reference) throws Exception {
        deployer.deploy(APPLICATION);
        use(reference);
        deployer.undeploy(APPLICATION);
    }

    private static void use(String reference) throws Exception {
        Probe probe = new Probe(root(APPLICATION));
        for (String bean : Server.beans()) {
            assertThat(probe.call(bean, "orders/createPayment", PAYMENT)).containsKey("result");
            assertThat(probe.call(bean, "orders/order", "20240806071926377966")).containsKey("result");
        }
        assertThat(probe.callAs(SANDBOX.keys(), "orders/createPayment", PAYMENT))
                .containsKey("result");
        String orderId = probe.createPayment(reference, true);
        SANDBOX.pay(orderId);
        CallbackAttempt attempt =
                SANDBOX.callbacks().await(made -> made.orderId().equals(orderId), PATIENCE);
        assertThat(attempt.status()).isEqualTo(200);
    }

    private static URI root(String application) {
        return URI.create("http://localhost:" + Server.property("http.port") + "/" + application + "/");
    }
}
