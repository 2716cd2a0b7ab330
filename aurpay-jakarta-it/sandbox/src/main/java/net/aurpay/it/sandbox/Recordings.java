package net.aurpay.it.sandbox;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Reads the responses that Aurpay's official collection has recorded; they are the sandbox's initial state. */
final class Recordings {
    static final String DETAIL_ORDER = "20240806071926377966";
    static final String REFUND_ORDER = "20240614061316661529";

    private final JsonObject json;

    Recordings() {
        try (JsonReader reader =
                Json.createReader(Objects.requireNonNull(Recordings.class.getResourceAsStream("recorded.json")))) {
            json = reader.readObject();
        }
    }

    JsonValue get(String name) {
        return Objects.requireNonNull(json.get(name), name);
    }

    /** Whether a price can be in this currency; the name is in upper case. */
    boolean hasFiatCurrency(String currency) {
        return json.getJsonArray("fiatCurrencies").getValuesAs(JsonObject.class).stream()
                .anyMatch(fiat -> fiat.getString("currency").equals(currency));
    }

    /** The recorded orders, newest first. */
    List<SandboxOrder> orders(String merchant) {
        return json.getJsonArray("orders").getValuesAs(JsonObject.class).stream()
                .map(order -> order(merchant, order))
                .toList();
    }

    List<SandboxTransaction> transactions(String merchant) {
        return json.getJsonArray("transactions").getValuesAs(JsonObject.class).stream()
                .map(tx -> new SandboxTransaction(merchant, Instant.parse(tx.getString("event_time") + "Z"), 0, tx))
                .toList();
    }

    /** Creates orders like the model, a second apart, all before the recorded ones. */
    static List<SandboxOrder> paidOrders(SandboxOrder model, int count) {
        Instant start = Instant.parse("2020-01-01T00:00:00Z");
        List<SandboxOrder> orders = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            orders.add(new SandboxOrder(
                    model.userId(),
                    String.format("20200101%012d", i),
                    "ORDER",
                    "AURPAY",
                    "SUCCESS",
                    model.coin(),
                    model.amount(),
                    model.vsPrice(),
                    "USD",
                    start.plusSeconds(i),
                    start.plusSeconds(i),
                    model.txId(),
                    model.address(),
                    model.paid(),
                    model.payer(),
                    OrderUrls.NONE,
                    SandboxOrder.Awaited.NOTHING));
        }
        return orders;
    }

    private static SandboxOrder order(String merchant, JsonObject order) {
        boolean paid = order.get("obtained") instanceof JsonString;
        return new SandboxOrder(
                merchant,
                order.getString("order_id"),
                order.getString("order_type"),
                order.getString("platform"),
                order.getString("status"),
                Coin.find(order.getString("chain"), order.getString("currency")).orElseThrow(),
                new BigDecimal(order.getString("amount")),
                new BigDecimal(order.getString("vs_price")),
                order.getString("vs_currency"),
                Instant.parse(order.getString("create_time") + "Z"),
                Instant.parse(order.getString("update_time") + "Z"),
                order.getString(
                        "tx_id",
                        "00000000-0000-0000-0000-" + order.getString("order_id").substring(8)),
                order.get("to_addr") instanceof JsonString address ? address.getString() : "",
                paid ? new BigDecimal(order.getString("obtained")) : null,
                paid ? order.getString("from_addr") : null,
                OrderUrls.NONE,
                SandboxOrder.Awaited.NOTHING);
    }
}
