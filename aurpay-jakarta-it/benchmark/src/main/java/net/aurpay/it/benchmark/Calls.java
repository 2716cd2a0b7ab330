package net.aurpay.it.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Compares calls of the API with those of a client written by hand. */
record Calls(Stage stage, Effort effort) {
    private static final List<App> CONTENDERS = List.of(App.MEMORY, App.BARE);
    static final Set<App> APPS = Set.copyOf(CONTENDERS);

    List<Row> rows() throws IOException, InterruptedException {
        int rounds = effort.rounds();
        double[][] medians = new double[CONTENDERS.size()][rounds];
        double[][] late = new double[CONTENDERS.size()][rounds];
        double[][] processor = new double[CONTENDERS.size()][rounds];
        // also the warm-up in turns: whoever warms up first does so on a cold server, for both
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
        String plain = "hand-written client, no signature";
        return List.of(
                new Row("call `orders()`, median", plain, "µs", medians[0], medians[1], "≤ 1.05"),
                new Row("… 99th percentile", plain, "µs", late[0], late[1], "–"),
                new Row("… the thread's processor time", plain, "µs", processor[0], processor[1], "≤ 1.1"));
    }

    /** Many short turns, so that other load on the machine affects all contenders alike. Returns the lines of each. */
    private List<List<String>> turns(int count) throws IOException, InterruptedException {
        List<List<String>> lines = List.of(new ArrayList<>(), new ArrayList<>());
        for (int turn = 0; turn < count; turn++) {
            for (int i = 0; i < lines.size(); i++) {
                stage.liberty()
                        .get(CONTENDERS.get(i).at("api/call?count=" + effort.of(50, 1)))
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
