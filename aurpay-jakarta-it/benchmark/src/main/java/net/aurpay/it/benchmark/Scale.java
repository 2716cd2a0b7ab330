package net.aurpay.it.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import net.aurpay.it.sandbox.Keys;

/** Measures how many callbacks are received if there are more accounts, or a second server on the same PostgreSQL. */
final class Scale {
    private static final int CONNECTIONS = 8;
    private static final int MOST_ACcountS = 10_000;
    private static final String PATH = "/accounts/aurpay/callbacks";

    private final Path home;
    private final List<Path> jars;
    private final int rounds;
    private final int count;
    private final int warmUp;
    private final Keys keys = Keys.random("mct-07d283468bf8");

    Scale(Path home, List<Path> jars, Effort effort) {
        this.home = home;
        this.jars = jars;
        rounds = effort.rounds();
        count = effort.of(2000, 8);
        warmUp = effort.of(16, 1);
    }

    /** @param largest the largest number of accounts, unless it is more than ten thousand */
    List<Row> accounts(int largest) throws IOException, InterruptedException, SQLException {
        int[] sizes = IntStream.iterate(1, size -> size <= Math.min(largest, MOST_ACcountS), size -> size * 10)
                .toArray();
        double[][] perCallback = new double[sizes.length][rounds];
        int port = Liberty.freePort();
        War war = war(port);
        try (Database database = Database.start();
                Liberty liberty = Liberty.start(home, port, List.of(war), database)) {
            liberty.await(List.of(war));
            Load load = new Load(port, CONNECTIONS);
            Requests requests = new Requests(port, keys);
            for (int turn = 0; turn < warmUp; turn++) {
                load.send(of(requests, 1));
            }
            for (int round = 0; round < rounds; round++) {
                for (int i = 0; i < sizes.length; i++) {
                    database.run("truncate aurpay_callback, purchase");
                    perCallback[i][round] =
                            1e6 / load.send(of(requests, sizes[i])).perSecond();
                }
            }
        }
        return Growth.rows("receive a callback of one of %,d accounts", "flat", sizes, perCallback, "µs");
    }

    /** The same callbacks, sent by the same number of senders: to one server, or half of them to each of two. */
    List<Row> servers() throws IOException, InterruptedException, SQLException {
        double[][] perSecond = new double[2][rounds];
        int[] ports = {Liberty.freePort(), Liberty.freePort()};
        List<War> first = List.of(war(ports[0]));
        List<War> second = List.of(war(ports[1]));
        try (Database database = Database.start();
                Liberty one = Liberty.start(home, ports[0], first, database);
                Liberty two = Liberty.startNamed("benchmark-2", home, ports[1], second, database)) {
            one.await(first);
            two.await(second);
            for (int round = -warmUp; round < rounds; round++) {
                database.run("truncate aurpay_callback, purchase");
                int measured = Math.max(round, 0);
                perSecond[1][measured] = toAll(CONNECTIONS, ports[0]);
                database.run("truncate aurpay_callback, purchase");
                perSecond[0][measured] = toAll(CONNECTIONS / 2, ports);
            }
        }
        return List.of(
                new Row("receive on two servers, one PostgreSQL", "one server", "/s", perSecond[0], perSecond[1], "–"));
    }

    private double toAll(int connections, int... ports) throws InterruptedException {
        ExecutorService senders = Executors.newFixedThreadPool(ports.length);
        try {
            List<List<byte[]>> requests = new ArrayList<>();
            for (int port : ports) {
                requests.add(of(new Requests(port, keys), 1));
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

    private List<byte[]> of(Requests requests, int accounts) {
        List<byte[]> all = new ArrayList<>();
        // several of each account, unless there are more accounts than callbacks
        for (int i = 0; i < count; i++) {
            all.addAll(requests.signedByAurpay(PATH + "/m" + i % accounts + "/succeeded", 1));
        }
        return all;
    }

    private War war(int port) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("aurpay.webhook.url", "http://127.0.0.1:" + port + PATH);
        properties.put("aurpay.webhook.datasource", "jdbc/benchmark");
        properties.put("benchmark.in-memory", "false");
        properties.put("benchmark.token", keys.callbackToken());
        properties.put("benchmark.secret", keys.callbackSecret());
        return new War("accounts", List.of("app", "clock", "purchases", "merchants"), jars, properties);
    }
}
