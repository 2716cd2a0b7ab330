package net.aurpay.it.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.aurpay.it.sandbox.Keys;
import net.aurpay.it.sandbox.Sandbox;
import net.aurpay.it.sandbox.SandboxOptions;

/** The benchmarks that run on Open Liberty. */
final class Server {
    private final Path home;
    private final List<Path> jars;
    private final Effort effort;
    private final int rounds;

    Server(Path home, List<Path> jars, Effort effort) {
        this.home = home;
        this.jars = jars;
        this.effort = effort;
        rounds = effort.rounds();
    }

    List<Row> call() throws IOException, InterruptedException, SQLException {
        return onServer((database, liberty, keys, port) -> calls(liberty));
    }

    List<Row> receive() throws IOException, InterruptedException, SQLException {
        return onServer((database, liberty, keys, port) -> new Receive(database, port, keys, effort).rows());
    }

    List<Row> sweep() throws IOException, InterruptedException, SQLException {
        return sweeping(Sweep::rows);
    }

    List<Row> sweepGrowth(int largest) throws IOException, InterruptedException, SQLException {
        return sweeping(sweep -> sweep.growth(largest));
    }

    private interface Sweeping {
        List<Row> of(Sweep sweep) throws IOException, InterruptedException, SQLException;
    }

    private List<Row> sweeping(Sweeping measurement) throws IOException, InterruptedException, SQLException {
        Keys keys = Keys.random("mct-07d283468bf8");
        int port = Liberty.freePort();
        try (Database database = Database.start();
                Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().merchants(List.of(keys)))) {
            database.createPayments();
            War war = new War(
                    "sweeping", List.of("sweeping", "clock"), jars, properties("sweeping", keys, sandbox.url(), port));
            war.properties().put("aurpay.webhook.datasource", "jdbc/benchmark");
            war.properties().put("aurpay.payments.looks", "PT1S,P1D");
            try (Liberty liberty = Liberty.start(home, port, List.of(war), database)) {
                liberty.await(List.of(war));
                return measurement.of(new Sweep(database, sandbox, liberty, war.name(), effort));
            }
        }
    }

    private List<Row> onServer(Measurement measurement) throws IOException, InterruptedException, SQLException {
        Keys keys = Keys.random("mct-07d283468bf8");
        int port = Liberty.freePort();
        try (Database database = Database.start();
                Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().merchants(List.of(keys)))) {
            War memory = with(Receive.MEMORY, keys, sandbox.url(), port);
            memory.properties().put("aurpay.webhook.inbox-size", "1000000");
            War table = with(Receive.TABLE, keys, sandbox.url(), port);
            table.properties().put("aurpay.webhook.datasource", "jdbc/benchmark");
            table.properties().put("benchmark.in-memory", "false");
            List<War> wars = new ArrayList<>(List.of(bare(keys, sandbox.url()), memory, table));
            wars.addAll(Receive.wars(keys));
            try (Liberty liberty = Liberty.start(home, port, wars, database)) {
                liberty.await(wars);
                return measurement.run(database, liberty, keys, port);
            }
        }
    }

    private interface Measurement {
        List<Row> run(Database database, Liberty liberty, Keys keys, int port)
                throws IOException, InterruptedException, SQLException;
    }

    private List<Row> calls(Liberty liberty) throws IOException, InterruptedException {
        String[] contenders = {"/memory/api/call?count=", "/bare/api/call?count="};
        double[][] medians = new double[contenders.length][rounds];
        double[][] late = new double[contenders.length][rounds];
        double[][] processor = new double[contenders.length][rounds];
        // also the warm-up in turns: whoever warms up first does so on a cold server, for both
        turns(liberty, contenders, effort.of(200, 1));
        for (int round = 0; round < rounds; round++) {
            List<List<String>> lines = turns(liberty, contenders, effort.of(20, 1));
            for (int i = 0; i < contenders.length; i++) {
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
    private List<List<String>> turns(Liberty liberty, String[] contenders, int count)
            throws IOException, InterruptedException {
        List<List<String>> lines = List.of(new ArrayList<>(), new ArrayList<>());
        for (int turn = 0; turn < count; turn++) {
            for (int i = 0; i < contenders.length; i++) {
                liberty.get(contenders[i] + effort.of(50, 1)).lines().forEach(lines.get(i)::add);
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

    List<Row> footprint() throws IOException, InterruptedException, SQLException {
        double[][] seconds = new double[2][rounds];
        double[][] heap = new double[2][rounds];
        Keys keys = Keys.random("mct-07d283468bf8");
        try (Database database = Database.start();
                Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().merchants(List.of(keys)))) {
            for (int round = 0; round < rounds; round++) {
                for (int i = 0; i < 2; i++) {
                    int port = Liberty.freePort();
                    War war = i == 0 ? with("with", keys, sandbox.url(), port) : bare(keys, sandbox.url());
                    try (Liberty liberty = Liberty.start(home, port, List.of(war), database)) {
                        seconds[i][round] = liberty.await(List.of(war))[0];
                        liberty.get("/" + war.name() + "/api/call?count=1");
                        heap[i][round] =
                                Double.parseDouble(liberty.get("/" + war.name() + "/api/heap")) / (1024 * 1024);
                    }
                }
            }
        }
        String against = "the same without the two jars";
        return List.of(
                new Row("deploy", against, "s", seconds[0], seconds[1], "–"),
                new Row("heap after one call", against, "MiB", heap[0], heap[1], "–"));
    }

    /** Shows what the libraries do while the server deploys an application that uses both of them. */
    List<Row> start() throws IOException, InterruptedException, SQLException {
        Keys keys = Keys.random("mct-07d283468bf8");
        StartProfile profile = new StartProfile(home.resolveSibling("start.jfr"));
        try (Database database = Database.start();
                Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().merchants(List.of(keys)))) {
            return profile.rows(rounds, () -> {
                int port = Liberty.freePort();
                War war = with("with", keys, sandbox.url(), port);
                try (Liberty liberty = Liberty.start(home, port, List.of(war), database, profile.jvmOption())) {
                    liberty.await(List.of(war));
                }
            });
        }
    }

    /** Compares the sizes of the jars, in bytes, with the size of both. */
    List<Row> jars() throws IOException {
        long both = Files.size(jars.get(0)) + Files.size(jars.get(1));
        List<Row> rows = new ArrayList<>();
        for (Path jar : jars) {
            double[] size = {Files.size(jar)};
            rows.add(new Row("`" + jar.getFileName() + "`", "both", "B", size, new double[] {both}, "–"));
        }
        return rows;
    }

    private static War bare(Keys keys, String sandbox) {
        return new War(
                "bare",
                List.of("bare", "clock"),
                List.of(),
                Map.of("plain/mp-rest/url", sandbox, "plain.api-key", keys.apiKey()));
    }

    private War with(String name, Keys keys, String sandbox, int port) {
        return new War(name, List.of("app", "clock", "purchases"), jars, properties(name, keys, sandbox, port));
    }

    private static Map<String, String> properties(String name, Keys keys, String sandbox, int port) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("aurpay/mp-rest/url", sandbox);
        properties.put("aurpay.api-token", keys.apiToken());
        properties.put("aurpay.secret-key", keys.secretKey());
        properties.put("aurpay.webhook.url", "http://127.0.0.1:" + port + "/" + name + "/aurpay/callbacks");
        properties.put("aurpay.webhook.token", keys.callbackToken());
        properties.put("aurpay.webhook.secret", keys.callbackSecret());
        return properties;
    }
}
