package net.aurpay.it.sandbox;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Renders what the sandbox's pages show. */
final class PageJson {
    private final Sandbox sandbox;
    /** Newest first. */
    private final List<OrderKey> recorded;

    PageJson(Sandbox sandbox) {
        this.sandbox = sandbox;
        this.recorded = new Recordings()
                .orders(sandbox.keys().userId()).stream().map(SandboxOrder::key).toList();
    }

    /** Writes at least two decimals, as people write prices; the API's own responses may have fewer. */
    static String money(BigDecimal amount) {
        return amount.setScale(Math.max(2, amount.stripTrailingZeros().scale())).toPlainString();
    }

    /** An order as the API returns it, and what the API does not return: its reference, URLs and callbacks. */
    JsonObject order(SandboxOrder order) {
        Duration left =
                Duration.between(sandbox.clock().instant(), order.createTime().plus(sandbox.orderLife()));
        JsonObjectBuilder json = Json.createObjectBuilder(Shapes.detail(order))
                .add("price", money(order.vsPrice()))
                .add("minutes_left", Math.max(0, Math.round(left.toSeconds() / 60.0)))
                .add("remaining", order.remaining().toPlainString())
                .add("awaited", order.awaited().name())
                .add("pay_to", order.payTo());
        add(json, "reference", order.urls().reference());
        add(json, "account", account(order.userId()));
        add(json, "succeed_url", order.urls().succeedUrl());
        add(json, "timeout_url", order.urls().timeoutUrl());
        JsonArrayBuilder attempts = Json.createArrayBuilder();
        sandbox.callbacks().of(order.key()).forEach(attempt -> attempts.add(attempt(attempt)));
        return json.add("callbacks", attempts).build();
    }

    /** Returns the account's name for the pages; null if the sandbox has no named accounts. */
    @Nullable
    String account(String userId) {
        return sandbox.accounts().isEmpty() ? null : sandbox.allAccounts().name(userId);
    }

    JsonArray accounts() {
        return Json.createArrayBuilder(sandbox.allAccounts().names()).build();
    }

    JsonArray orders(int most, Predicate<String> ofAccount) {
        return orders(sandbox.newestOrders(most, order -> ofAccount.test(name(order.key()))));
    }

    private JsonArray orders(List<SandboxOrder> orders) {
        JsonArrayBuilder json = Json.createArrayBuilder();
        orders.forEach(order -> json.add(order(order)));
        return json.build();
    }

    private String name(OrderKey key) {
        return sandbox.allAccounts().name(key.userId());
    }

    /**
     * Orders, recorded orders, callbacks and faults, newest first. Recorded orders are apart: a newcomer has made none of
     * them.
     *
     * @param ofAccount by the account's name, whose orders and callbacks to show
     */
    JsonObject state(int most, Predicate<String> ofAccount) {
        List<SandboxOrder> examples = recorded.stream()
                .filter(key -> ofAccount.test(name(key)))
                .map(sandbox::order)
                .toList();
        List<SandboxOrder> others = sandbox.newestOrders(
                most, order -> !recorded.contains(order.key()) && ofAccount.test(name(order.key())));
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("orders", orders(others))
                .add("recorded", orders(examples))
                .add("callbacks", callbacks(most, ofAccount));
        CallbackPlan next = sandbox.nextCallbackPlan();
        add(json, "callback_fault", next == null ? null : FaultNames.of(next));
        // without the time, which would change the page every second
        return json.add("ahead", sandbox.clock().ahead().toString())
                .add("lasting", Json.createArrayBuilder(FaultNames.lasting(sandbox)))
                .add("faults", Json.createArrayBuilder(sandbox.faults().waiting()))
                .build();
    }

    JsonObject clock() {
        return Json.createObjectBuilder()
                .add("now", sandbox.clock().instant().toString())
                .add("ahead", sandbox.clock().ahead().toString())
                .build();
    }

    static JsonObject counts(Map<String, Integer> counts) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        new TreeMap<>(counts).forEach(json::add);
        return json.build();
    }

    /** All attempts of all callbacks, oldest first. */
    JsonArray attempts(Predicate<String> ofAccount) {
        JsonArrayBuilder attempts = Json.createArrayBuilder();
        attemptsOf(ofAccount).forEach(attempt -> attempts.add(attempt(attempt)));
        return attempts.build();
    }

    private Stream<CallbackAttempt> attemptsOf(Predicate<String> ofAccount) {
        return sandbox.callbacks().attempts().stream().filter(attempt -> ofAccount.test(name(attempt.order())));
    }

    private JsonArrayBuilder callbacks(int most, Predicate<String> ofAccount) {
        Map<String, List<CallbackAttempt>> byCallback = new LinkedHashMap<>();
        attemptsOf(ofAccount).forEach(attempt -> byCallback
                .computeIfAbsent(attempt.callback(), key -> new ArrayList<>())
                .add(attempt));
        List<List<CallbackAttempt>> all = new ArrayList<>(byCallback.values());
        JsonArrayBuilder json = Json.createArrayBuilder();
        for (int i = all.size() - 1; i >= Math.max(0, all.size() - most); i--) {
            json.add(callback(all.get(i)));
        }
        return json;
    }

    private JsonObjectBuilder callback(Collection<CallbackAttempt> attempts) {
        CallbackAttempt any = attempts.iterator().next();
        OrderUrls urls = sandbox.order(any.order()).urls();
        JsonArrayBuilder list = Json.createArrayBuilder();
        attempts.forEach(attempt -> list.add(attempt(attempt)));
        JsonObjectBuilder json = Json.createObjectBuilder();
        add(json, "account", account(any.order().userId()));
        add(json, "reference", urls.reference());
        return json.add("callback", any.callback())
                .add("order_id", any.orderId())
                .add("event", any.url().equals(urls.timeoutCallback()) ? "timed out" : "paid")
                .add("method", any.method())
                .add("url", any.url())
                .add("attempts", list);
    }

    private JsonObjectBuilder attempt(CallbackAttempt attempt) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        add(json, "account", account(attempt.order().userId()));
        return json.add("callback", attempt.callback())
                .add("order_id", attempt.orderId())
                .add("number", attempt.number())
                .add("time", attempt.time().toString())
                .add("method", attempt.method())
                .add("url", attempt.url())
                .add("status", attempt.status())
                .add("error", attempt.error())
                .add("lost", attempt.lost())
                .add("last", attempt.last());
    }

    private static void add(JsonObjectBuilder json, String name, @Nullable String value) {
        if (value != null) {
            json.add(name, value);
        }
    }
}
