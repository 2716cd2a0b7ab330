package net.aurpay.it.benchmark;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;

/** Compares the webhook with a resource that an application would contain instead, and that gives the same guarantees. */
final class Receive {
    static final Set<App> APPS = EnumSet.of(App.MEMORY, App.TABLE, App.BYHAND_MEMORY, App.BYHAND_TABLE);
    private static final int CONNECTIONS = 8;

    private final Database database;
    private final Load load;
    private final Requests requests;
    private final Effort effort;
    private final int rounds;

    Receive(Stage stage, Effort effort) {
        database = stage.database();
        load = new Load(stage.liberty().port(), CONNECTIONS);
        requests = new Requests(stage.liberty().port(), stage.keys());
        this.effort = effort;
        rounds = effort.rounds();
    }

    List<Row> rows() throws InterruptedException, SQLException {
        List<Row> rows = new ArrayList<>();
        rows.addAll(rows("receive, inbox in memory", App.MEMORY, App.BYHAND_MEMORY, effort.of(2500, 8)));
        rows.addAll(rows("receive, inbox on PostgreSQL", App.TABLE, App.BYHAND_TABLE, effort.of(2000, 8)));
        return rows;
    }

    private List<Row> rows(String what, App ours, App byHand, int count) throws InterruptedException, SQLException {
        List<Supplier<List<byte[]>>> contenders = List.of(
                () -> requests.signedByAurpay(ours.at("aurpay/callbacks/succeeded"), count),
                () -> requests.signedByStandard(byHand.at("api/callbacks/succeeded"), count));
        double[][] perSecond = new double[contenders.size()][rounds];
        double[][] late = new double[contenders.size()][rounds];
        // the JIT compiler shares the processors with what is measured, and is busy for the first 100,000 callbacks
        turns(contenders, effort.of(40, 1));
        for (int round = 0; round < rounds; round++) {
            // the tables of both have the same size in each round
            database.run("truncate aurpay_callback, received_event, purchase");
            int turns = effort.of(5, 1);
            List<List<Load.Result>> results = turns(contenders, turns);
            requireRows(ours == App.TABLE ? turns * count : 0);
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

    /** Fails unless both contenders have written their callbacks and purchases. */
    private void requireRows(int received) throws SQLException {
        database.requireRows("aurpay_callback", received);
        database.requireRows("received_event", received);
        database.requireRows("purchase", 2L * received);
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
