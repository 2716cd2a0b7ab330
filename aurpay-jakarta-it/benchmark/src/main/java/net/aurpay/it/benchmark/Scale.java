package net.aurpay.it.benchmark;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Measures how many callbacks are received if there are more accounts, or a second server on the same PostgreSQL. */
final class Scale {
    private static final int CONNECTIONS = 8;
    /** A server remembers no more. */
    private static final int MOST_ACCOUNTS = 10_000;

    static final Set<App> APPS = Set.of(App.ACCOUNTS);

    private final Stage stage;
    private final int rounds;
    private final int count;
    private final int warmUp;
    private final int most;

    Scale(Stage stage, Effort effort) {
        this.stage = stage;
        rounds = effort.rounds();
        count = effort.of(2000, 8);
        warmUp = effort.of(16, 1);
        most = effort.of(MOST_ACCOUNTS, 10);
    }

    /** @param largest the largest number of accounts, unless it is more than ten thousand */
    List<Row> accounts(int largest) throws IOException, InterruptedException, SQLException {
        int[] sizes = IntStream.iterate(1, size -> size <= Math.min(largest, most), size -> size * 10)
                .toArray();
        double[][] perCallback = new double[sizes.length][rounds];
        int port = stage.liberty().port();
        Load load = new Load(port, CONNECTIONS);
        Requests requests = new Requests(port, stage.keys());
        for (int turn = 0; turn < warmUp; turn++) {
            load.send(of(requests, 1, count));
        }
        // callbacks of accounts that a server has never used would be limited to a hundred accounts a second
        stage.liberty().get(App.ACCOUNTS.at("api/merchants?count=" + sizes[sizes.length - 1]));
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < sizes.length; i++) {
                truncate();
                int callbacks = Math.max(count, sizes[i]);
                perCallback[i][round] =
                        1e6 / load.send(of(requests, sizes[i], callbacks)).perSecond();
                stage.database().requireRows("aurpay_callback", callbacks);
            }
        }
        return Growth.rows("receive a callback of one of %,d accounts", "flat", sizes, perCallback, "µs");
    }

    /** The same callbacks, sent by the same number of senders: to one server, or half of them to each of two. */
    List<Row> servers() throws IOException, InterruptedException, SQLException {
        double[][] perSecond = new double[2][rounds];
        try (Liberty second = stage.another(App.ACCOUNTS)) {
            int first = stage.liberty().port();
            for (int round = -warmUp; round < rounds; round++) {
                int measured = Math.max(round, 0);
                truncate();
                perSecond[1][measured] = toAll(CONNECTIONS, first);
                stage.database().requireRows("aurpay_callback", count);
                truncate();
                perSecond[0][measured] = toAll(CONNECTIONS / 2, first, second.port());
                stage.database().requireRows("aurpay_callback", 2L * count);
            }
        }
        return List.of(
                new Row("receive on two servers, one PostgreSQL", "one server", "/s", perSecond[0], perSecond[1], "–"));
    }

    private void truncate() throws SQLException {
        stage.database().run("truncate aurpay_callback, purchase");
    }

    private double toAll(int connections, int... ports) throws InterruptedException {
        ExecutorService senders = Executors.newFixedThreadPool(ports.length);
        try {
            List<List<byte[]>> requests = new ArrayList<>();
            for (int port : ports) {
                requests.add(of(new Requests(port, stage.keys()), 1, count));
            }
            long start = System.nanoTime();
            List<Future<Load.Result>> results = new ArrayList<>();
            for (int i = 0; i < ports.length; i++) {
                Load load = new Load(ports[i], connections);
                List<byte[]> mine = requests.get(i);
                results.add(senders.submit(() -> load.send(mine)));
            }
            for (Future<Load.Result> result : results) {
                result.get();
            }
            return ports.length * count * 1e9 / (System.nanoTime() - start);
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            senders.shutdownNow();
        }
    }

    /** Returns callbacks of all accounts, which take turns. */
    private static List<byte[]> of(Requests requests, int accounts, int count) {
        List<byte[]> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.addAll(requests.signedByAurpay(App.ACCOUNTS.at("aurpay/callbacks/m" + i % accounts + "/succeeded"), 1));
        }
        return all;
    }
}
