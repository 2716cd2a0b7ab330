package net.aurpay.it.sandbox;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.Predicate;

/** Filters and pages the lists of an account's orders and transactions. Copies no list: a test may have 100,000 orders. */
final class Listing {
    private Listing() {}

    static JsonValue orders(Ledger ledger, String merchant, Parameters query) {
        Predicate<SandboxOrder> filter = order -> true;
        filter = query.and(filter, "order_id", SandboxOrder::orderId);
        filter = query.and(filter, "status", SandboxOrder::status);
        filter = query.and(filter, "order_type", SandboxOrder::orderType);
        filter = query.and(filter, "chain", order -> order.coin().chain());
        filter = query.and(filter, "currency", order -> order.coin().currency());
        Iterable<SandboxOrder> orders =
                ledger.orders(merchant, query.time("st", Instant.MIN), query.time("et", Instant.MAX));
        return page(orders, filter, query, order -> Shapes.listed(order).build());
    }

    static JsonValue transactions(Ledger ledger, String merchant, Parameters query) {
        Predicate<SandboxTransaction> filter = tx -> true;
        filter = query.and(filter, "tx_id", SandboxTransaction::id);
        filter = query.and(filter, "status", tx -> tx.json().getString("status"));
        filter = query.and(filter, "type", tx -> tx.json().getString("tx_type"));
        filter = query.and(filter, "chain", tx -> tx.json().getString("chain"));
        filter = query.and(filter, "currency", tx -> tx.json().getString("currency"));
        String sort = query.get("sort") == null ? "desc" : query.get("sort");
        if (!sort.equals("desc") && !sort.equals("asc")) {
            throw ApiError.unprocessable("sort", "must be desc or asc");
        }
        Iterable<SandboxTransaction> transactions = ledger.transactions(
                merchant, query.time("st", Instant.MIN), query.time("et", Instant.MAX), sort.equals("desc"));
        return page(transactions, filter, query, SandboxTransaction::json);
    }

    private static <T> JsonValue page(
            Iterable<T> all, Predicate<T> filter, Parameters query, Function<T, JsonObject> shape) {
        int page = query.number("page", 1, Integer.MAX_VALUE);
        int size = query.number("size", 10, 100);
        long start = (page - 1L) * size;
        JsonArrayBuilder data = Shapes.JSON.createArrayBuilder();
        int total = 0;
        for (T item : all) {
            if (filter.test(item)) {
                if (total >= start && total < start + size) {
                    data.add(shape.apply(item));
                }
                total++;
            }
        }
        return Shapes.JSON
                .createObjectBuilder()
                .add("page", page)
                .add("size", size)
                .add("total", total)
                .add("max_page", (total + size - 1) / size)
                .add("data", data)
                .build();
    }
}
