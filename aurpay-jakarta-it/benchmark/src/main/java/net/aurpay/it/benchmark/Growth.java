package net.aurpay.it.benchmark;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** Measures how long it takes to remember one more callback, depending on how many are remembered already. */
final class Growth {
    private final int rounds;
    private final int[] remembered;
    private final int sample;
    private long next = 1L << 40;

    Growth(Effort effort) {
        rounds = effort.rounds();
        remembered = new int[] {100, effort.of(10_000, 200), effort.of(1_000_000, 300)};
        sample = effort.of(500, 5);
    }

    List<Row> memory() {
        List<Inboxes.Remembering> inboxes = new ArrayList<>();
        for (int size : remembered) {
            Inboxes.Remembering inbox = Inboxes.memory(size);
            LongStream.range(0, size).forEach(inbox::time);
            inboxes.add(inbox);
        }
        double[][] times = new double[remembered.length][rounds];
        for (int round = -1; round < rounds; round++) {
            for (int i = 0; i < times.length; i++) {
                double median = sample(inboxes.get(i), 20 * sample);
                // the first round only warms up the JIT compiler; the next one overwrites its result
                times[i][Math.max(round, 0)] = median;
            }
        }
        return rows("remember in memory", "flat", times, 1);
    }

    List<Row> table() throws IOException, SQLException {
        double[][] times = new double[remembered.length][rounds];
        try (Database database = Database.start();
                Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            Inboxes.Remembering inbox = Inboxes.table(connection);
            for (int i = 0; i < times.length; i++) {
                database.run(("insert into aurpay_callback select encode(sha256(n::text::bytea), 'hex'),"
                                + " encode(sha256(n::text::bytea), 'hex'), '(unnamed)', 'SUCCEEDED',"
                                + " md5(n::text), md5(n::text), 'x', 0 from generate_series(%d, %d) n")
                        .formatted(i == 0 ? 1 : remembered[i - 1] + 1, remembered[i]));
                database.run("vacuum analyze aurpay_callback");
                sample(inbox, sample);
                for (int round = 0; round < rounds; round++) {
                    times[i][round] = sample(inbox, sample);
                }
            }
        }
        return rows("remember in the table", "logarithmic", times, 1000);
    }

    private double sample(Inboxes.Remembering inbox, int count) {
        return Row.median(
                LongStream.range(0, count).mapToDouble(n -> inbox.time(next++)).toArray());
    }

    private List<Row> rows(String what, String goal, double[][] nanos, double unit) {
        List<Row> rows = new ArrayList<>();
        for (int i = 1; i < nanos.length; i++) {
            rows.add(new Row(
                    what + ", %,d known".formatted(remembered[i]),
                    "%,d known".formatted(remembered[0]),
                    unit == 1 ? "ns" : "µs",
                    divided(nanos[i], unit),
                    divided(nanos[0], unit),
                    goal));
        }
        return rows;
    }

    private static double[] divided(double[] values, double unit) {
        double[] divided = values.clone();
        for (int i = 0; i < divided.length; i++) {
            divided[i] /= unit;
        }
        return divided;
    }
}
