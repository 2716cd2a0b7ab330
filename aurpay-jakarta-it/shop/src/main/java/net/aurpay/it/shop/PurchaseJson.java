package net.aurpay.it.shop;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.Locale;

/** Renders a purchase for the shop's page. */
final class PurchaseJson {
    private PurchaseJson() {}

    static JsonObjectBuilder of(Purchase purchase) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("reference", purchase.reference())
                .add("seller", purchase.seller().text())
                .add("item", purchase.item())
                .add("price", purchase.price().toPlainString())
                .add("time", purchase.time().toString())
                .add("state", state(purchase))
                .add("refundable", purchase.isRefundable());
        return purchase.payUrl() == null
                ? json
                : json.add("payUrl", purchase.payUrl().toString());
    }

    private static String state(Purchase purchase) {
        return purchase.state().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
