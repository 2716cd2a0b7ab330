package net.aurpay.it;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.aurpay.it.sandbox.SandboxOrder;

/** A customer at the payment page of one sale, who knows only what the page shows. */
record PaidPage(ShopProbe shop, String reference) {
    /** Sells something at a price in USD. */
    static PaidPage of(ShopProbe shop, String item, String price) {
        String query = "?item=" + URLEncoder.encode(item, StandardCharsets.UTF_8) + "&price=" + price;
        return new PaidPage(shop, post(shop, "probe/sales" + query, "").body());
    }

    URI url() {
        return shop.base().resolve("probe/pay/" + reference);
    }

    HttpResponse<String> get(String suffix) {
        return new Probe(shop.base()).get("probe/pay/" + reference + suffix);
    }

    String html() {
        return get("").body();
    }

    String state() {
        return Probe.parse(get("/status").body()).getString("state");
    }

    HttpResponse<String> choose(String currency) {
        return post(shop, "probe/pay/" + reference, "currency=" + currency);
    }

    /** Returns the text of the element with this id. */
    String shown(String id) {
        return shown(id, html());
    }

    static String shown(String id, String html) {
        Matcher element = Pattern.compile(" id=\"" + id + "\"[^>]*>([^<]*)<").matcher(html);
        if (!element.find()) {
            throw new AssertionError("nothing with id " + id + " in " + html);
        }
        return element.group(1);
    }

    /**
     * Sends money, as a wallet does. Like Aurpay, this finds the order by its address and its exact amount.
     *
     * @return the order
     */
    SandboxOrder send(String amount, String address, String network) {
        SandboxOrder matching = shop.sandbox().orders().stream()
                .filter(order -> order.status().equals("PENDING"))
                .filter(order -> order.address().equals(address))
                .filter(order -> order.coin().chain().equals(network))
                .filter(order -> order.amount().toPlainString().equals(amount))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no order to which <" + amount + "> at " + address + " belongs"));
        return shop.sandbox().pay(matching.orderId());
    }

    /** Returns the order whose payment the page shows or has shown. */
    String orderId() {
        return column("order_id");
    }

    String column(String name) {
        return shop.postgres()
                .column("select " + name + " from sale where reference = '" + reference + "'")
                .get(0);
    }

    static HttpResponse<String> post(ShopProbe shop, String path, String form) {
        return new Probe(shop.base())
                .send(HttpRequest.newBuilder(shop.base().resolve(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build());
    }
}
