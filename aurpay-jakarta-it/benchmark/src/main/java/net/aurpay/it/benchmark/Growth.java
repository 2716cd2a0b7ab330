package net.aurpay.it.benchmark;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/** Measures how long it takes to remember one more callback, depending on how many are remembered already. */
final class Growth {
    private static final int SMALLEST = 100;
    private static final int MOST_IN_MEMORY = 1_000_000;

    private final int largest;
    private final int rounds;
    private final int sample;
    private final int warmUp;
    private long next = 1L << 40;

    /** @param largest how many callbacks are remembered at most; in memory, not more than a million */
    Growth(int largest, Effort effort) {
        this.largest = largest;
        rounds = effort.rounds();
        sample = effort.of(500, 5);
        warmUp = effort.of(20, 1);
    }

    /** Returns a hundred and its multiples by ten. */
    static int[] sizes(int largest) {
        return LongStream.iterate(SMALLEST, size -> size <= Math.max(largest, SMALLEST), size -> size * 10)
                .mapToInt(Math::toIntExact)
                .toArray();
    }

    List<Row> memory() {
        int[] sizes = sizes(Math.min(largest, MOST_IN_MEMORY));
        List<Inboxes.Remembering> inboxes = new ArrayList<>();
        for (int size : sizes) {
            Inboxes.Remembering inbox = Inboxes.memory(size);
            LongStream.range(0, size).forEach(inbox::time);
            inboxes.add(inbox);
        }
        double[][] times = new double[sizes.length][rounds];
        for (int round = -1; round < rounds; round++) {
            for (int i = 0; i < times.length; i++) {
                double median = sample(inboxes.get(i), 20 * sample);
                // the first round only warms up the JIT compiler; the next one overwrites its result
                times[i][Math.max(round, 0)] = median;
            }
        }
        return rows("remember in memory, %,d known", "flat", sizes, times, "ns");
    }

    List<Row> table() throws IOException, SQLException {
        int[] sizes = sizes(largest);
        double[][] times = new double[sizes.length][rounds];
        try (Database database = Database.start();
                Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            Inboxes.Remembering inbox = Inboxes.table(connection);
            for (int turn = 0; turn < warmUp; turn++) {
                sample(inbox, sample);
            }
            database.run("truncate aurpay_callback");
            for (int i = 0; i < times.length; i++) {
                database.run(("insert into aurpay_callback select encode(sha256(n::text::bytea), 'hex'),"
                                + " encode(sha256(n::text::bytea), 'hex'), '(unnamed)', 'SUCCEEDED',"
                                + " md5(n::text), md5(n::text), 'x', 0 from generate_series(%d, %d) n")
                        .formatted(i == 0 ? 1 : sizes[i - 1] + 1, sizes[i]));
                database.run("vacuum analyze aurpay_callback");
                sample(inbox, sample);
                for (int round = 0; round < rounds; round++) {
                    times[i][round] = sample(inbox, sample);
                }
            }
        }
        for (double[] each : times) {
            Arrays.setAll(each, round -> each[round] / 1000);
        }
        return rows("remember in the table, %,d known", "logarithmic", sizes, times, "µs");
    }

    private double sample(Inboxes.Remembering inbox, int count) {
        return Row.median(
                LongStream.range(0, count).mapToDouble(n -> inbox.time(next++)).toArray());
    }

    /**
     * Compares all sizes with the smallest.
     *
     * @param what a format with the size as its argument
     */
    static List<Row> rows(String what, String goal, int[] sizes, double[][] values, String unit) {
        List<Row> rows = new ArrayList<>();
        for (int i = 1; i < sizes.length; i++) {
            rows.add(new Row(what.formatted(sizes[i]), "%,d".formatted(sizes[0]), unit, values[i], values[0], goal));
        }
        return rows;
    }
}
