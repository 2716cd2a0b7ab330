package net.aurpay.it.sandbox;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Filters and pages the lists of orders and transactions. */
final class Listing {
    private Listing() {}

    static JsonValue orders(List<SandboxOrder> orders, String merchant, Parameters query) {
        Instant from = query.time("st", Instant.MIN);
        Instant until = query.time("et", Instant.MAX);
        List<SandboxOrder> found = orders.stream()
                .filter(order -> order.userId().equals(merchant))
                .filter(order -> query.admits("order_id", order.orderId()))
                .filter(order -> query.admits("status", order.status()))
                .filter(order -> query.admits("order_type", order.orderType()))
                .filter(order -> query.admits("chain", order.coin().chain()))
                .filter(order -> query.admits("currency", order.coin().currency()))
                .filter(order -> !order.createTime().isBefore(from)
                        && !order.createTime().isAfter(until))
                .toList();
        return page(found, query, order -> Shapes.listed(order).build());
    }

    static JsonValue transactions(List<SandboxTransaction> transactions, String merchant, Parameters query) {
        Instant from = query.time("st", Instant.MIN);
        Instant until = query.time("et", Instant.MAX);
        Stream<SandboxTransaction> found = transactions.stream()
                .filter(tx -> tx.merchant().equals(merchant))
                .filter(tx -> query.admits("tx_id", tx.json().getString("tx_id")))
                .filter(tx -> query.admits("status", tx.json().getString("status")))
                .filter(tx -> query.admits("type", tx.json().getString("tx_type")))
                .filter(tx -> query.admits("chain", tx.json().getString("chain")))
                .filter(tx -> query.admits("currency", tx.json().getString("currency")))
                .filter(tx -> !tx.time().isBefore(from) && !tx.time().isAfter(until));
        Comparator<SandboxTransaction> byTime = Comparator.comparing(SandboxTransaction::time);
        String sort = query.get("sort") == null ? "desc" : query.get("sort");
        Comparator<SandboxTransaction> order =
                switch (sort) {
                    case "asc" -> byTime;
                    case "desc" -> byTime.reversed();
                    default -> throw ApiError.unprocessable("sort", "must be desc or asc");
                };
        return page(found.sorted(order).toList(), query, SandboxTransaction::json);
    }

    private static <T> JsonValue page(List<T> all, Parameters query, Function<T, JsonObject> shape) {
        int page = query.number("page", 1, Integer.MAX_VALUE);
        int size = query.number("size", 10, 100);
        long start = Math.min((long) (page - 1) * size, all.size());
        JsonArrayBuilder data = Json.createArrayBuilder();
        all.subList((int) start, (int) Math.min(start + size, all.size())).forEach(item -> data.add(shape.apply(item)));
        return Json.createObjectBuilder()
                .add("page", page)
                .add("size", size)
                .add("total", all.size())
                .add("max_page", (all.size() + size - 1) / size)
                .add("data", data)
                .build();
    }
}
