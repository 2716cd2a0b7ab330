package net.aurpay.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks {@code mvn -Pdev}: a saved change takes effect a moment later, while the server keeps running. */
@Tag("liberty")
class DevIT {
    private static final String SHOP = "aurpay-jakarta-it/shop/src/main/java/net/aurpay/it/shop/";
    private static final String WEBHOOK = "aurpay-jakarta-webhook/src/main/java/net/aurpay/webhook/";

    @Test
    void savedChangeOfPageShopOrLibraryTakesEffect(@TempDir Path folder) throws Exception {
        try (DevRun run = DevRun.start(folder)) {
            Probe shop = new Probe(URI.create(run.url()));
            ShopProbe.await("the shop", () -> shop.responds("api/purchases"));
            assertThat(shop.get("").body()).contains("Pick your mug");
            assertThat(bought(shop)).contains("The price must be");
            assertThat(shop.get("aurpay/callbacks/succeeded").statusCode()).isEqualTo(401);

            run.save("aurpay-jakarta-it/shop/src/main/webapp/index.html", "Pick your mug", "Pick your cup");
            ShopProbe.await("the changed page", () -> shop.get("").body().contains("Pick your cup"));

            run.save(SHOP + "Price.java", "The price must be", "Any price must be");
            ShopProbe.await("the changed shop", () -> bought(shop).contains("Any price must be"));

            run.save(
                    WEBHOOK + "endpoint/CallbackApplication.java",
                    "@ApplicationPath(\"aurpay\")",
                    "@ApplicationPath(\"hooks\")");
            ShopProbe.await("the changed library", () -> status(shop, "hooks/callbacks/succeeded") == 401);
            assertThat(status(shop, "aurpay/callbacks/succeeded")).isEqualTo(404);

            run.save(SHOP + "Price.java", "private Price() {}", "private Price()");
            ShopProbe.await("the compiler's error", () -> run.output()
                    .contains("shop: compilation failed, the old classes remain"));
            assertThat(bought(shop)).contains("Any price must be");
            assertThat(run.log()).containsOnlyOnce("is ready to run a smarter planet");
        }
    }

    private static int status(Probe shop, String path) {
        return shop.get(path).statusCode();
    }

    /** Returns the shop's response to a price of 0. */
    private static String bought(Probe shop) {
        return shop.send(HttpRequest.newBuilder(shop.base().resolve("api/purchases"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("item=mug&price=0"))
                        .build())
                .body();
    }
}
