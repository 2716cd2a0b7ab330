package net.aurpay.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import net.aurpay.it.app.AurpayApplication;
import net.aurpay.it.app.ProbeApplication;
import net.aurpay.it.sandbox.Sandbox;
import net.aurpay.webhook.testing.SignedCallback;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Checks what {@code docs/security.md} shows for {@code web.xml}: a constraint on all URLs but the callbacks, and
 * another path for the callbacks.
 */
@NeedsCallbacks
@ExtendWith(ArquillianExtension.class)
class WebXmlIT {
    private static final String MOVED = "moved";
    private static final String STAFF_ONLY = "staff-only";
    private static final String PUBLIC = "https://shop.example.com/shop/hooks/callbacks";
    private static final Sandbox SANDBOX = Sandboxes.start();

    @Deployment(name = MOVED, testable = false)
    static WebArchive moved() {
        return new ApplicationArchive(MOVED)
                .replace(ProbeApplication.class, AurpayApplication.class)
                .signing(SANDBOX)
                .receiving(SANDBOX, PUBLIC)
                .webXml("web/moved.xml")
                .build();
    }

    @Deployment(name = STAFF_ONLY, testable = false)
    static WebArchive staffOnly() {
        return new ApplicationArchive(STAFF_ONLY)
                .signing(SANDBOX)
                .receiving(SANDBOX, PUBLIC)
                .webXml("web/staff-only.xml")
                .build();
    }

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @Test
    void callbacksArriveUnderThePathInWebXml(@OperateOnDeployment(MOVED) @ArquillianResource URI base) {
        String orderId = new Probe(base)
                .send(HttpRequest.newBuilder(base.resolve("aurpay/payments/A1"))
                        .POST(BodyPublishers.noBody())
                        .build())
                .body();
        String url = String.valueOf(SANDBOX.order(orderId).urls().callbackUrl());

        assertThat(url).startsWith(PUBLIC + "/succeeded?");
        assertThat(signed(url).sendTo(base.resolve("aurpay/callbacks"))).isEqualTo(404);
        assertThat(signed(url).sendTo(base.resolve("hooks/callbacks"))).isEqualTo(200);
        assertThat(new Probe(base).get("aurpay/events/A1").body()).contains("OrderSucceeded");
    }

    /**
     * Open Liberty enforces no constraint without appSecurity, which the server under test does not have: SecurityIT
     * tests this there.
     */
    @Test
    void constraintOnAllUrlsExemptsTheCallbacks(@OperateOnDeployment(STAFF_ONLY) @ArquillianResource URI base) {
        if (!Server.is("liberty")) {
            assertThat(new Probe(base).get("probe/events/A1").statusCode()).isEqualTo(401);
        }

        SignedCallback paid = signed(PUBLIC + "/succeeded?reference=A1&payment=" + "0".repeat(32));
        assertThat(paid.sendTo(base.resolve("aurpay/callbacks"))).isEqualTo(200);
    }

    private static SignedCallback signed(String url) {
        return SignedCallback.of(URI.create(url))
                .signedWith(SANDBOX.keys().callbackToken(), SANDBOX.keys().callbackSecret());
    }
}
