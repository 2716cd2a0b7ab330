package net.aurpay.it.shop;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
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
                .add("state", text(purchase.state()))
                .add("steps", steps(purchase))
                .add("refundable", purchase.isRefundable());
        if (purchase.payUrl() != null) {
            json.add("payUrl", purchase.payUrl().toString());
        }
        if (purchase.shortfall() != null) {
            json.add("shortfall", shortfall(purchase.shortfall()));
        }
        return json;
    }

    private static JsonArrayBuilder steps(Purchase purchase) {
        JsonArrayBuilder steps = Json.createArrayBuilder();
        purchase.steps()
                .forEach(step -> steps.add(Json.createObjectBuilder()
                        .add("state", text(step.state()))
                        .add("time", step.time().toString())));
        return steps;
    }

    /** The amounts are text, because a number in JavaScript may lose digits. */
    private static JsonObjectBuilder shortfall(Shortfall shortfall) {
        return Json.createObjectBuilder()
                .add("received", shortfall.received().toPlainString())
                .add("missing", shortfall.missing().toPlainString())
                .add("currency", shortfall.currency());
    }

    private static String text(Purchase.State state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
