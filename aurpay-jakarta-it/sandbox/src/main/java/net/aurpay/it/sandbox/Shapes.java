package net.aurpay.it.sandbox;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Renders orders and transactions in the recorded formats, with their irregularities: money is a number in some responses
 * and a string in others, and a missing {@code to_addr} is {@code false}.
 */
final class Shapes {
    /** The methods of {@code Json} search for the provider at each call, which takes longer than the rest of a list. */
    static final JsonProvider JSON = JsonProvider.provider();

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);

    private Shapes() {}

    static String time(Instant time) {
        return TIME.format(time);
    }

    /** An order in a list: 15 fields, money as strings. */
    static JsonObjectBuilder listed(SandboxOrder order) {
        return JSON.createObjectBuilder()
                .add("user_id", order.userId())
                .add("order_id", order.orderId())
                .add("order_type", order.orderType())
                .add("platform", order.platform())
                .add("status", order.status())
                .add("chain", order.coin().chain())
                .add("chain_name", order.coin().chainName())
                .add("currency", order.coin().currency())
                .add("amount", order.amount().toPlainString())
                .add("vs_price", floating(order.vsPrice()))
                .add("vs_currency", order.vsCurrency())
                .add("remark", "")
                .add("refund", order.isRefundable())
                .add("create_time", time(order.createTime()))
                .add("update_time", time(order.updateTime()));
    }

    /** An order that is looked up: 23 fields. */
    static JsonObject detail(SandboxOrder order) {
        JsonObjectBuilder json = listed(order)
                .add("tx_id", order.txId())
                .add("tx_type", order.orderType())
                .add("obtained", text(order.paid()))
                .add("fee", "0.2")
                .add("from_addr", order.payer() == null ? JsonValue.NULL : JSON.createValue(order.payer()));
        if (order.address().isEmpty()) {
            json.add("to_addr", false);
        } else {
            json.add("to_addr", order.address());
        }
        return json.add("tx_hash", hash(order)).addNull("contract_id").build();
    }

    /** The body of a POST callback: 26 fields, in their recorded order. */
    static JsonObject callback(SandboxOrder order) {
        JsonObject detail = detail(order);
        JsonObjectBuilder json = JSON.createObjectBuilder();
        detail.forEach((name, value) -> {
            if (name.equals("create_time")) {
                json.addNull("bind_id");
            }
            if (name.equals("contract_id")) {
                json.add(
                        "tx_hash_list",
                        order.paid() == null
                                ? JSON.createArrayBuilder()
                                : JSON.createArrayBuilder().add(hash(order)));
            }
            json.add(name, name.equals("tx_hash") && hash(order).isEmpty() ? JsonValue.NULL : value);
        });
        return json.addNull("website").build();
    }

    /** The response to pay-info: money as numbers. */
    static JsonObject paymentInfo(SandboxOrder order, String payUrl) {
        JsonObjectBuilder json = JSON.createObjectBuilder()
                .add("order_id", order.orderId())
                .add("status", order.status())
                .add("amount", order.amount())
                .add("create_time", time(order.createTime()))
                .add("vs_currency", order.vsCurrency())
                .add("vs_price", order.vsPrice())
                .add("address", order.address());
        String contract = order.coin().contract();
        return (contract == null ? json.addNull("contract_addr") : json.add("contract_addr", contract))
                .add("pay_url", payUrl)
                .build();
    }

    /** The response to a Lightning order: money as a string, the time truncated to the hour. */
    static JsonObject lightningOrder(SandboxOrder order, String payUrl) {
        String amount = order.amount().toPlainString();
        return JSON.createObjectBuilder()
                .add("order_id", order.orderId())
                .add("status", order.status())
                .add("amount", amount)
                .add("create_time", hour(order.createTime()))
                .add("payment_request", invoice(order))
                .add("payment_addr", order.address().substring(2))
                .add("pay_url", payUrl)
                .add("currency", order.coin().currency())
                .build();
    }

    /** What a Lightning wallet pays. The invoice looks like a real one, but no wallet accepts it. */
    static String invoice(SandboxOrder order) {
        return "lnbc" + order.amount().movePointRight(9).toBigInteger() + "n1p" + order.orderId();
    }

    static JsonObject lightningWithdrawal(
            String userId, String txId, BigDecimal amount, BigDecimal balance, Instant now) {
        return JSON.createObjectBuilder()
                .add("user_id", userId)
                .add("tx_id", txId)
                .add("type", "WITHDRAW")
                .add("status", "SUCCESS")
                .add("chain", "BLN")
                .add("currency", "BTC-LN")
                .add("amount", amount.toPlainString())
                .add("fee", "0")
                .add("balance", balance.toPlainString())
                .add("update_time", hour(now))
                .build();
    }

    /** A transaction of an order that has just changed. */
    static JsonObject transaction(SandboxOrder order, String id, String type, String status, BigDecimal amount) {
        return JSON.createObjectBuilder()
                .add("user_id", order.userId())
                .add("tx_id", id)
                .add("tx_type", type)
                .add("status", status)
                .add("chain", order.coin().chain())
                .add("currency", order.coin().currency())
                .add("amount", amount.toPlainString())
                .add("obtained", amount.toPlainString())
                .add("fee", "0")
                .add("from_addr", order.payer() == null ? "0" : order.payer())
                .add("to_addr", order.address())
                .add("tx_hash", hash(order).isEmpty() ? JsonValue.NULL : JSON.createValue(hash(id)))
                .add("event_time", time(order.updateTime()))
                .build();
    }

    private static String hour(Instant time) {
        return time(time.truncatedTo(ChronoUnit.HOURS));
    }

    private static JsonValue text(@Nullable BigDecimal money) {
        return money == null ? JsonValue.NULL : JSON.createValue(money.toPlainString());
    }

    /** Writes a price as the recorded server prints a float: {@code 19.0}. */
    private static String floating(BigDecimal price) {
        BigDecimal stripped = price.stripTrailingZeros();
        return (stripped.scale() < 1 ? stripped.setScale(1) : stripped).toPlainString();
    }

    private static String hash(SandboxOrder order) {
        return order.paid() == null || order.payer() == null || order.payer().equals("0") ? "" : hash(order.txId());
    }

    private static String hash(String transaction) {
        return "0x" + transaction.replace("-", "").repeat(2);
    }
}
