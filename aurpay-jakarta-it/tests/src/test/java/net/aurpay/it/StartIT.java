package net.aurpay.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Follows {@code docs/start.md} from an empty WAR to the first paid order. */
@Tag("liberty")
class StartIT {
    @Test
    void newUsersShopSellsAndIsNotified(@TempDir Path folder) throws Exception {
        try (SandboxProcess sandbox = SandboxProcess.start(folder);
                StartedShop shop = StartedShop.start(folder, sandbox.url(), sandbox.printed())) {
            Probe browser = new Probe(URI.create(shop.url()));
            ShopProbe.await("the shop", () -> shop.log().contains("CWWKZ0001I: Application shop started"));
            // Applications start before the server listens.
            ShopProbe.await("the server", () -> shop.log().contains("is ready to run a smarter planet"));

            HttpResponse<String> bought = browser.get("api/buy");
            assertThat(bought.statusCode()).as(bought.body()).isEqualTo(303);
            sandbox.pay(bought.headers().firstValue("Location").orElseThrow());

            ShopProbe.await("the paid order", () -> shop.log().contains("paid: A1"));
        }
    }
}
