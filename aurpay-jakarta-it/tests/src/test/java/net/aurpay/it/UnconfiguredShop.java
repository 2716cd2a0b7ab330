package net.aurpay.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import net.aurpay.it.spelling.SpellingResource;
import net.aurpay.sandbox.ApplicationSettings;
import net.aurpay.sandbox.SandboxHandle;

/**
 * An application that has no settings: it sells only if its server configures it for the sandbox.
 *
 * @param server URL of the server, without a trailing slash
 */
record UnconfiguredShop(SandboxHandle sandbox, String server) {
    static final String NAME = "unconfigured";

    /** With every character that one of the formats must escape. */
    private static final String ODD = "a \"b\" <c> & d=e:f#g!";

    static Path export(Path folder) throws IOException {
        return new ApplicationArchive(NAME).addPackageOf(SpellingResource.class).export(folder);
    }

    ApplicationSettings settings() {
        return sandbox.settings(server + "/" + NAME + "/aurpay/callbacks").with("shop.odd", ODD);
    }

    /** Checks that the application sells, is told of the payment, and sees each character of a setting. */
    void assertConfigured() throws InterruptedException {
        Probe probe = new Probe(URI.create(server + "/" + NAME + "/"));
        ShopProbe.await("the application", () -> probe.responds("probe/events/none"));

        probe.createPayment("A1", false);
        sandbox.pay("A1");
        sandbox.awaitPaid("A1");

        assertThat(probe.get("probe/events/A1").body()).contains("OrderSucceeded");
        assertThat(Probe.parse(probe.get("probe/spellings?key=shop.odd").body())
                        .getJsonArray("used")
                        .getString(0))
                .isEqualTo(ODD);
    }
}
