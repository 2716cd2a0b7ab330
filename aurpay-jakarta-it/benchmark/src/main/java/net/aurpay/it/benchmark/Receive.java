package net.aurpay.it.benchmark;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import net.aurpay.it.sandbox.Keys;

/** Compares the webhook with a resource that an application would contain instead, and that gives the same guarantees. */
final class Receive {
    static final String TABLE = "table";
    static final String MEMORY = "memory";
    private static final String BY_HAND = "byhand-";
    private static final int CONNECTIONS = 8;

    private final Database database;
    private final Load load;
    private final Requests requests;
    private final Effort effort;
    private final int rounds;

    Receive(Database database, int port, Keys keys, Effort effort) {
        this.database = database;
        this.load = new Load(port, CONNECTIONS);
        this.requests = new Requests(port, keys);
        this.effort = effort;
        rounds = effort.rounds();
    }

    /** The two applications without the library: one has its ids in memory, the other has them in a table. */
    static List<War> wars(Keys keys) {
        return Stream.of(MEMORY, TABLE)
                .map(where -> new War(
                        BY_HAND + where,
                        List.of("byhand", "purchases"),
                        List.of(War.jar(com.standardwebhooks.Webhook.class)),
                        Map.of(
                                "byhand.secret",
                                keys.callbackSecret(),
                                "benchmark.in-memory",
                                String.valueOf(where.equals(MEMORY)))))
                .toList();
    }

    List<Row> rows() throws InterruptedException, SQLException {
        List<Row> rows = new ArrayList<>();
        rows.addAll(rows("receive, inbox in memory", MEMORY, effort.of(2500, 8)));
        rows.addAll(rows("receive, inbox on PostgreSQL", TABLE, effort.of(2000, 8)));
        return rows;
    }

    private List<Row> rows(String what, String where, int count) throws InterruptedException, SQLException {
        List<Supplier<List<byte[]>>> contenders = List.of(
                () -> requests.signedByAurpay("/" + where + "/aurpay/callbacks/succeeded", count),
                () -> requests.signedByStandard("/" + BY_HAND + where + "/api/callbacks/succeeded", count));
        double[][] perSecond = new double[contenders.size()][rounds];
        double[][] late = new double[contenders.size()][rounds];
        // the JIT compiler shares the processors with what is measured, and needs about a minute for each contender
        turns(contenders, effort.of(16, 1));
        for (int round = 0; round < rounds; round++) {
            // the tables of both have the same size in each round
            database.run("truncate aurpay_callback, received_event, purchase");
            List<List<Load.Result>> results = turns(contenders, effort.of(5, 1));
            for (int i = 0; i < contenders.size(); i++) {
                perSecond[i][round] = Row.median(results.get(i).stream()
                        .mapToDouble(Load.Result::perSecond)
                        .toArray());
                late[i][round] = Row.percentile(
                                results.get(i).stream()
                                        .flatMapToDouble(result -> DoubleStream.of(result.nanos()))
                                        .toArray(),
                                0.99)
                        / 1000;
            }
        }
        String against = "resource written by hand";
        return List.of(
                new Row(what, against, "/s", perSecond[0], perSecond[1], "≥ 1"),
                new Row("… 99th percentile", against, "µs", late[0], late[1], "≤ 1.1"));
    }

    /** Many short turns, so that other load on the machine affects all contenders alike. */
    private List<List<Load.Result>> turns(List<Supplier<List<byte[]>>> contenders, int turns)
            throws InterruptedException {
        List<List<Load.Result>> results = contenders.stream()
                .<List<Load.Result>>map(contender -> new ArrayList<>())
                .toList();
        for (int turn = 0; turn < turns; turn++) {
            for (int i = 0; i < contenders.size(); i++) {
                // whoever is first in one turn is last in the next one
                int next = turn % 2 == 0 ? i : contenders.size() - 1 - i;
                results.get(next).add(load.send(contenders.get(next).get()));
            }
        }
        return results;
    }
}
