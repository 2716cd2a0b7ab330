package net.aurpay.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import net.aurpay.it.ear.Callbacks;
import net.aurpay.it.ear.EarApplication;
import net.aurpay.it.ear.PaidOrders;
import net.aurpay.it.ear.PaidResource;
import net.aurpay.it.sandbox.Sandbox;
import net.aurpay.webhook.testing.SignedCallback;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;

/** Deploys an EAR whose observers are in an EJB module, as {@code docs/servers.md} describes it. */
@NeedsCallbacks
@EnabledIf(value = "net.aurpay.it.Server#hasEjbs", disabledReason = "no EJB container")
@ExtendWith(ArquillianExtension.class)
class EjbModuleIT {
    private static final String DOCUMENTED = "ejb-module";
    private static final String IN_LIB_ALONE = "ejb-module-and-lib-alone";
    private static final Sandbox SANDBOX = Sandboxes.start();

    @Deployment(name = DOCUMENTED, testable = false)
    static EnterpriseArchive documented() {
        return archive(DOCUMENTED)
                .inEarWithEjbModule(PaidOrders.class, PaidResource.class, EarApplication.class, Callbacks.class);
    }

    @Deployment(name = IN_LIB_ALONE, testable = false)
    static EnterpriseArchive inLibAlone() {
        return archive(IN_LIB_ALONE).inEarWithEjbModule(PaidOrders.class, PaidResource.class, EarApplication.class);
    }

    private static ApplicationArchive archive(String name) {
        return new ApplicationArchive(name).signing(SANDBOX).receiving(SANDBOX);
    }

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @Test
    void observerInAnEjbModuleIsNotified() {
        assertThat(succeeded(DOCUMENTED)).isEqualTo(200);

        assertThat(probe(DOCUMENTED).get("probe/paid").body()).isEqualTo("[A1]");
        assertThat(Server.log()).contains("callbacks at [" + callbacks(DOCUMENTED) + "]");
    }

    /**
     * Open Liberty looks for resources in the WAR only. There, callbacks get a 404, and the log must not announce the
     * endpoint.
     */
    @Test
    void logSaysWhereCallbacksArriveOnlyIfTheyAreAccepted() {
        int status = succeeded(IN_LIB_ALONE);

        assertThat(status).isEqualTo(Server.is("liberty") ? 404 : 200);
        assertThat(Server.log().contains("callbacks at [" + callbacks(IN_LIB_ALONE) + "]"))
                .isEqualTo(status == 200);
        assertThat(Server.log())
                .contains("let a class of the WAR extend net.aurpay.webhook.endpoint.CallbackApplication");
    }

    private static int succeeded(String application) {
        return SignedCallback.of(URI.create(callbacks(application) + "/succeeded?reference=A1"))
                .signedWith(SANDBOX.keys().callbackToken(), SANDBOX.keys().callbackSecret())
                .sendTo(URI.create(callbacks(application)));
    }

    private static String callbacks(String application) {
        return root(application) + "aurpay/callbacks";
    }

    private static Probe probe(String application) {
        return new Probe(URI.create(root(application)));
    }

    private static String root(String application) {
        return "http://localhost:" + Server.property("http.port") + "/" + application + "/";
    }
}
