package net.aurpay.it.benchmark;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.aurpay.client.Order;
import net.aurpay.client.Page;

/** Streams the orders of many pages, as {@code Page.stream} does, without a server: each page is read from its bytes. */
final class Orders {
    private static final int ON_A_PAGE = 10;
    private static final double MIB = 1024 * 1024;

    private final Effort effort;
    private final JsonObject envelope;

    Orders(Effort effort) {
        this.effort = effort;
        try (JsonReader reader = Json.createReader(new StringReader(ReadBenchmark.recorded()))) {
            envelope = reader.readObject();
        }
    }

    List<Row> rows(int largest) {
        int rounds = effort.rounds();
        int[] sizes = Growth.sizes(largest);
        double[][] perOrder = new double[sizes.length][rounds];
        double[][] kept = new double[sizes.length][rounds];
        for (int round = effort.of(-1, 0); round < rounds; round++) {
            for (int i = 0; i < sizes.length; i++) {
                // the first round only warms up the JIT compiler; the next one overwrites its result
                stream(sizes[i], perOrder[i], kept[i], Math.max(round, 0));
            }
        }
        List<Row> rows = new ArrayList<>();
        rows.addAll(Growth.rows("`Page.stream`, one of %,d orders", "flat", sizes, perOrder, "µs"));
        rows.addAll(Growth.rows("… heap at the last of %,d orders", "flat", sizes, kept, "MiB"));
        return rows;
    }

    private void stream(int size, double[] perOrder, double[] kept, int round) {
        int pages = size / ON_A_PAGE;
        // few orders are streamed several times, because a single time would be too short to measure
        int times = Math.max(1, effort.of(10_000, 1) / size);
        long start = System.nanoTime();
        long seen = 0;
        for (int i = 0; i < times; i++) {
            seen += Page.<Order>stream(number -> page(number, pages)).count();
        }
        perOrder[round] = (System.nanoTime() - start) / 1000.0 / seen;
        if (seen != (long) times * size) {
            throw new IllegalStateException("streamed " + seen + " orders instead of " + (long) times * size);
        }
        Page.<Order>stream(number -> page(number, pages)).skip(size - 1L).forEach(last -> {
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            kept[round] = (runtime.totalMemory() - runtime.freeMemory()) / MIB;
        });
    }

    @SuppressWarnings("unchecked") // the type of the recorded response
    private Page<Order> page(int number, int pages) {
        JsonObject page = Json.createObjectBuilder(envelope.getJsonObject("data"))
                .add("page", number)
                .add("max_page", pages)
                .build();
        String text =
                Json.createObjectBuilder(envelope).add("data", page).build().toString();
        return (Page<Order>) ClientInternals.receive(ReadBenchmark.type(), text.getBytes(StandardCharsets.UTF_8));
    }
}
