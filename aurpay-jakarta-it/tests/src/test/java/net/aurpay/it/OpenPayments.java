package net.aurpay.it;

import java.math.BigDecimal;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Opens payments through an application that has a table for them, sweeps them, and reads the table. */
record OpenPayments(ShopProbe shop) {
    /** When an open payment is looked up, so that no test waits for long: every second, as long as tests run. */
    static final String LOOKS =
            "PT1S,PT2S,PT3S,PT4S,PT5S,PT7S,PT10S,PT14S,PT20S,PT30S,PT45S,PT60S,PT90S,PT2M,PT3M,PT5M,PT10M,PT1H";

    /** Opens a payment, and returns its order id. */
    String open(String reference) {
        return post("open/" + reference, "");
    }

    String openUrl(String reference, BigDecimal price) {
        return post("open/" + reference + "/url", price.toString());
    }

    String sweep() {
        return post("open/sweep", "");
    }

    void sweepUntil(BooleanSupplier condition) throws InterruptedException {
        ShopProbe.await("a sweep", () -> {
            sweep();
            return condition.getAsBoolean();
        });
    }

    String settle(String orderId) {
        return post(
                "open/settle/" + orderId,
                String.valueOf(shop.sandbox().order(orderId).urls().callbackUrl()));
    }

    List<String> status(String reference) {
        return shop.postgres().column("select status from aurpay_payment where order_reference = '" + reference + "'");
    }

    /** Counts the payments that will be looked up again. */
    long dueSoon(String reference) {
        return shop.postgres()
                .count("select count(*) from aurpay_payment where due_at < 9000000000000 and order_reference = '"
                        + reference + "'");
    }

    String post(String path, String body) {
        HttpResponse<String> response = new Probe(shop.base())
                .send(HttpRequest.newBuilder(shop.base().resolve("probe/" + path))
                        .header("Content-Type", "text/plain")
                        .POST(BodyPublishers.ofString(body))
                        .build());
        if (response.statusCode() != 200 && response.statusCode() != 204) {
            throw new AssertionError(path + ": HTTP " + response.statusCode() + ": " + response.body());
        }
        return response.body();
    }
}
