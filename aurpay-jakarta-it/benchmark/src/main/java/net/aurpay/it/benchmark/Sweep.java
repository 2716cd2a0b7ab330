package net.aurpay.it.benchmark;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import net.aurpay.it.sandbox.CallbackLosses;
import net.aurpay.it.sandbox.Sandbox;

/** Measures a sweep of the payments that are due, depending on how many other payments the table holds. */
final class Sweep {
    static final Set<App> APPS = Set.of(App.SWEEPING);

    /** How long after it was opened a payment is looked up. */
    static final Duration FIRST_LOOK = Duration.ofMillis(100);

    private static final int MOST_ROWS = 1_000_000;
    private static final double MILLION = 1e6;
    private static final double MIB = 1024 * 1024;

    /** PostgreSQL publishes its statistics at the latest after 10 seconds without a statement. */
    private static final long STATISTICS = 11;

    private final Database database;
    private final Sandbox sandbox;
    private final Liberty liberty;
    private final Effort effort;
    private final int due;
    private final int paid;
    private final int[] rows;

    /** @param stage has the application that opens payments and sweeps them */
    Sweep(Stage stage, Effort effort) {
        database = stage.database().payments();
        sandbox = stage.sandbox();
        liberty = stage.liberty();
        this.effort = effort;
        due = effort.of(1000, 10);
        paid = effort.of(900, 9);
        rows = new int[] {effort.of(10_000, 20), effort.of(100_000, 40)};
        sandbox.callbackLosses().share(new CallbackLosses.Share(100, 0, Duration.ZERO, 0));
    }

    /** What one sweep has cost. */
    private record Cost(double millis, double allocated, double peak, double kept, int requests, int single) {}

    /** @param largest how many payments the table holds at most, unless it is more than a million */
    List<Row> growth(int largest) throws IOException, InterruptedException, SQLException {
        int[] sizes = Arrays.stream(Growth.sizes(Math.min(largest, MOST_ROWS)))
                .filter(size -> size >= due)
                .toArray();
        Cost[][] costs = costs(sizes);
        double[][] millis =
                Arrays.stream(costs).map(cost -> values(cost, Cost::millis)).toArray(double[][]::new);
        return Growth.rows("sweep, 1,000 of %,d payments due", "flat", sizes, millis, "ms");
    }

    private Cost[][] costs(int[] sizes) throws IOException, InterruptedException, SQLException {
        Cost[][] costs = new Cost[sizes.length][effort.rounds()];
        for (int round = effort.of(-1, 0); round < effort.rounds(); round++) {
            for (int i = 0; i < sizes.length; i++) {
                // the first round only warms up the JIT compiler; the next one overwrites its result
                costs[i][Math.max(round, 0)] = sweep(sizes[i]);
            }
        }
        return costs;
    }

    List<Row> rows() throws IOException, InterruptedException, SQLException {
        Cost[][] costs = costs(rows);
        if (!effort.trial()) {
            // the database reads a small table without its index
            requireIndex();
        }
        String what = "sweep, %,d of %,d payments due".formatted(due, rows[1]);
        String against = "of %,d".formatted(rows[0]);
        double[][] requests = {values(costs[1], Cost::requests), values(costs[1], cost -> due / 50.0 + cost.single())};
        return List.of(
                new Row(what, against, "ms", values(costs[1], Cost::millis), values(costs[0], Cost::millis), "flat"),
                new Row("… requests", "due ÷ 50 + single look-ups", "", requests[0], requests[1], "≤ 1"),
                memory("… allocated", against, costs, Cost::allocated),
                memory("… peak of the heap, with garbage", against, costs, Cost::peak),
                memory("… heap after a collection", against, costs, Cost::kept));
    }

    private static Row memory(String what, String against, Cost[][] costs, Value value) {
        return new Row(what, against, "MiB", values(costs[1], value), values(costs[0], value), "flat");
    }

    private Cost sweep(int size) throws IOException, InterruptedException, SQLException {
        prepare(size);
        String[] result = liberty.get(App.SWEEPING.at("api/sweep?count=" + due)).split(" ", -1);
        Map<String, Integer> requests = sandbox.requestCounts().all();
        System.out.println("%,d rows: %s looked up, %s paid, %s".formatted(size, result[4], result[5], requests));
        if (!result[4].equals(String.valueOf(due)) || !result[5].equals(String.valueOf(paid))) {
            throw new IllegalStateException(due + " must be looked up and " + paid + " paid");
        }
        return new Cost(
                Long.parseLong(result[0]) / MILLION,
                Long.parseLong(result[1]) / MIB,
                Long.parseLong(result[2]) / MIB,
                Long.parseLong(result[3]) / MIB,
                requests.values().stream().mapToInt(Integer::intValue).sum(),
                requests.getOrDefault("GET /api/v2/order/detail/{order_id}", 0));
    }

    /** Half of the other payments are closed, the other half is due within the next month. */
    private void prepare(int size) throws IOException, InterruptedException, SQLException {
        database.run("truncate aurpay_payment, aurpay_callback");
        database.run(
                """
                insert into aurpay_payment select md5(n::text), '(unnamed)', md5(n::text), 'other-' || n,
                 'https://shop.example.com/aurpay/callbacks/succeeded?reference=other-' || n || '&payment=' || md5(n::text),
                 '20250207040935' || n, 'TRX/USDT-TRC20', '18.00', 'USD', repeat('x', 400),
                 case when n %% 2 = 0 then 'SUCCESS' else 'OVERdue' end, 1738901375000 + n,
                 case when n %% 2 = 0 then 253402214400000 else extract(epoch from now()) * 1000 + 3600000 + n * 20000::bigint end,
                 1, 'NONE', 253402214400000 from generate_series(1, %d) n"""
                        .formatted(size - due));
        database.run("vacuum analyze aurpay_payment");
        List<String> orders =
                liberty.get(App.SWEEPING.at("api/open?count=" + due)).lines().toList();
        orders.stream().limit(paid).forEach(sandbox::pay);
        TimeUnit.MILLISECONDS.sleep(2 * FIRST_LOOK.toMillis());
        sandbox.requestCounts().reset();
    }

    /** Fails if one of the sweep's statements reads the whole table. */
    private void requireIndex() throws IOException, InterruptedException, SQLException {
        prepare(rows[1]);
        TimeUnit.SECONDS.sleep(STATISTICS);
        database.run("select pg_stat_reset()");
        liberty.get(App.SWEEPING.at("api/sweep?count=" + due));
        TimeUnit.SECONDS.sleep(STATISTICS);
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet scans = statement.executeQuery(
                        "select seq_scan, (select idx_scan from pg_stat_user_indexes where indexrelname ="
                                + " 'aurpay_payment_due') from pg_stat_user_tables where relname = 'aurpay_payment'")) {
            scans.next();
            System.out.println(
                    "scans of the table: " + scans.getLong(1) + ", of the index of due_at: " + scans.getLong(2));
            if (scans.getLong(1) > 0 || scans.getLong(2) == 0) {
                throw new IllegalStateException("the sweep must find the due payments by the index");
            }
        }
    }

    private interface Value {
        double of(Cost cost);
    }

    private static double[] values(Cost[] costs, Value value) {
        return Arrays.stream(costs).mapToDouble(value::of).toArray();
    }
}
