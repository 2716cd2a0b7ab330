package net.aurpay.it.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Compares calls of the API with those of two clients written by hand: one signs, the other sends an API key. */
record Calls(Stage stage, Effort effort) {
    static final Set<App> APPS = Set.of(App.MEMORY, App.BARE);
    private static final List<String> CONTENDERS =
            List.of(App.MEMORY.at("api/call"), App.BARE.at("api/signed-call"), App.BARE.at("api/call"));

    List<Row> rows() throws IOException, InterruptedException {
        int rounds = effort.rounds();
        double[][] medians = new double[CONTENDERS.size()][rounds];
        double[][] late = new double[CONTENDERS.size()][rounds];
        double[][] processor = new double[CONTENDERS.size()][rounds];
        // The contenders also warm up in turns. Otherwise the first one would warm up the server for the others.
        turns(effort.of(200, 1));
        for (int round = 0; round < rounds; round++) {
            List<List<String>> lines = turns(effort.of(20, 1));
            for (int i = 0; i < lines.size(); i++) {
                double[] times = column(lines.get(i), 0);
                medians[i][round] = Row.median(times);
                late[i][round] = Row.percentile(times, 0.99);
                processor[i][round] = Row.median(column(lines.get(i), 1));
            }
        }
        String signs = "hand-written client that signs";
        String plain = "hand-written client, no signature";
        return List.of(
                new Row("call `orders()`, median", signs, "µs", medians[0], medians[1], "≤ 1.05"),
                new Row("… 99th percentile", signs, "µs", late[0], late[1], "–"),
                new Row("… the thread's processor time", signs, "µs", processor[0], processor[1], "≤ 1.1"),
                new Row("… median", plain, "µs", medians[0], medians[2], "≤ 1.05"),
                new Row("… the thread's processor time", plain, "µs", processor[0], processor[2], "≤ 1.1"));
    }

    /** Many short turns, so that other load on the machine affects all contenders alike. Returns the lines of each. */
    private List<List<String>> turns(int count) throws IOException, InterruptedException {
        List<List<String>> lines = CONTENDERS.stream()
                .<List<String>>map(contender -> new ArrayList<>())
                .toList();
        for (int turn = 0; turn < count; turn++) {
            for (int i = 0; i < lines.size(); i++) {
                stage.liberty()
                        .get(CONTENDERS.get(i) + "?count=" + effort.of(50, 1))
                        .lines()
                        .forEach(lines.get(i)::add);
            }
        }
        return lines;
    }

    /** Reads a column and converts nanoseconds to microseconds. */
    private static double[] column(List<String> lines, int index) {
        return lines.stream()
                .mapToDouble(line -> Double.parseDouble(line.split(" ", -1)[index]) / 1000)
                .toArray();
    }
}
