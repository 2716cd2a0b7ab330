package net.aurpay.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;
import net.aurpay.it.sandbox.CallbackAttempt;
import net.aurpay.it.sandbox.Sandbox;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Checks where the jars may be, and that applications of different merchants on one server do not share their
 * configuration.
 */
@NeedsCallbacks
@ExtendWith(ArquillianExtension.class)
@Tag("level")
class PackagingIT {
    private static final String IN_WAR = "in-war";
    private static final String IN_OTHER_WAR = "in-other-war";
    private static final String CLIENT_IN_EAR = "client-in-ear";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Sandbox ONE = Sandboxes.start();
    private static final Sandbox OTHER = Sandboxes.start();
    private static final Sandbox THIRD = Sandboxes.start();

    @ArquillianResource
    @OperateOnDeployment(IN_WAR)
    URI base;

    @Deployment(name = IN_WAR, testable = false)
    static WebArchive inWar() {
        return application(IN_WAR, ONE).build();
    }

    @Deployment(name = IN_OTHER_WAR, testable = false)
    static WebArchive inOtherWar() {
        return application(IN_OTHER_WAR, THIRD).build();
    }

    @Deployment(name = CLIENT_IN_EAR, testable = false)
    static EnterpriseArchive clientInEar() {
        return application(CLIENT_IN_EAR, OTHER).inEar(Set.of("client.jar"));
    }

    private static ApplicationArchive application(String name, Sandbox sandbox) {
        return new ApplicationArchive(name).signing(sandbox).receiving(sandbox);
    }

    @AfterAll
    static void close() {
        ONE.close();
        OTHER.close();
        THIRD.close();
    }

    static Stream<String> applications() {
        return Stream.of(IN_WAR, IN_OTHER_WAR, CLIENT_IN_EAR);
    }

    @ParameterizedTest
    @MethodSource("applications")
    void callsAsItsOwnMerchant(String application) {
        Sandbox sandbox = sandbox(application);

        JsonObject response = probe(application).call(Server.bean(), "orders/order", "20240806071926377966");

        assertThat(response).as(response.toString()).containsKey("result");
        assertThat(sandbox.journal().last().header("API-Token"))
                .isEqualTo(sandbox.keys().apiToken());
    }

    @ParameterizedTest
    @MethodSource("applications")
    void observesItsOwnCallbacks(String application) throws Exception {
        Sandbox sandbox = sandbox(application);
        String orderId = probe(application).createPayment("A1", false);

        sandbox.pay(orderId);

        CallbackAttempt attempt =
                sandbox.callbacks().await(made -> made.orderId().equals(orderId), PATIENCE);
        assertThat(attempt.status()).isEqualTo(200);
        assertThat(probe(application).get("probe/events/A1").body()).contains("OrderSucceeded");
    }

    private static Sandbox sandbox(String application) {
        return switch (application) {
            case IN_WAR -> ONE;
            case IN_OTHER_WAR -> THIRD;
            default -> OTHER;
        };
    }

    private Probe probe(String application) {
        return new Probe(root(application));
    }

    private URI root(String application) {
        return base.resolve("/" + application + "/");
    }
}
