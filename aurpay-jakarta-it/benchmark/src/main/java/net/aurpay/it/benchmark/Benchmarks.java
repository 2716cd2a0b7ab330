package net.aurpay.it.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/** Runs the benchmarks and writes the results as one table. {@code mvn -Pbenchmark} starts it. */
public final class Benchmarks {
    private static final String ALL = "all";

    private Benchmarks() {}

    /** Several may have the same name: they are run together. */
    private record Benchmark(String name, Callable<List<Row>> rows) {}

    /**
     * Writes the table to {@code target/benchmark.md} and prints it. A trial runs the same benchmarks and writes nothing.
     *
     * @param arguments what to measure, separated by commas; number of rounds, 0 for a trial; home of Open Liberty; the
     *     two jars
     */
    public static void main(String[] arguments) throws Exception {
        Effort effort = Effort.of(Integer.parseInt(arguments[1]));
        Installation installation =
                new Installation(Path.of(arguments[2]), List.of(Path.of(arguments[3]), Path.of(arguments[4])));
        StringBuilder table = new StringBuilder(Row.HEAD);
        try (Stages stages = new Stages(installation, effort)) {
            for (Benchmark benchmark : chosen(Set.of(arguments[0].split(",", -1)), all(installation, stages, effort))) {
                List<Row> rows = run(benchmark, effort);
                rows.forEach(table::append);
            }
        }
        if (!effort.trial()) {
            write(table.toString(), effort);
        }
    }

    private static List<Benchmark> all(Installation installation, Stages stages, Effort effort) {
        int largest = effort.of(Integer.getInteger("benchmark.largest", 1_000_000), 1000);
        Footprint footprint = new Footprint(installation, effort);
        return List.of(
                new Benchmark("sign", () -> new Micro(effort).sign()),
                new Benchmark("verify", () -> new Micro(effort).verify(1)),
                new Benchmark("verify", () -> new Micro(effort).verify(2)),
                new Benchmark("read", () -> new Micro(effort).read()),
                new Benchmark("call", () -> stages.measure(Calls.APPS, stage -> new Calls(stage, effort).rows())),
                new Benchmark(
                        "receive", () -> stages.measure(Receive.APPS, stage -> new Receive(stage, effort).rows())),
                new Benchmark("remember", () -> new Growth(largest, effort).memory()),
                new Benchmark("remember", () -> new Growth(largest, effort).table()),
                new Benchmark(
                        "accounts",
                        () -> stages.measure(Scale.APPS, stage -> new Scale(stage, effort).accounts(largest))),
                new Benchmark(
                        "payments",
                        () -> stages.measure(Sweep.APPS, stage -> new Sweep(stage, effort).growth(largest))),
                new Benchmark("orders", () -> new Orders(effort).rows(Math.min(largest, 1_000_000))),
                new Benchmark("servers", () -> stages.measure(Scale.APPS, stage -> new Scale(stage, effort).servers())),
                new Benchmark("sweep", () -> stages.measure(Sweep.APPS, stage -> new Sweep(stage, effort).rows())),
                new Benchmark("footprint", footprint::jars),
                new Benchmark("footprint", () -> footprint.deployed(stages)),
                new Benchmark("footprint", () -> new StartProfile(stages).rows(effort.rounds())));
    }

    private static List<Benchmark> chosen(Set<String> names, List<Benchmark> all) {
        Set<String> unknown = new TreeSet<>(names);
        unknown.remove(ALL);
        unknown.removeAll(all.stream().map(Benchmark::name).toList());
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("unknown benchmarks " + unknown + ", known are: "
                    + all.stream().map(Benchmark::name).distinct().collect(Collectors.joining(", ")));
        }
        return all.stream()
                .filter(each -> names.contains(ALL) || names.contains(each.name()))
                .toList();
    }

    private static List<Row> run(Benchmark benchmark, Effort effort) throws Exception {
        System.out.println((effort.trial() ? "trying: " : "measuring: ") + benchmark.name());
        long start = System.nanoTime();
        List<Row> rows = benchmark.rows().call();
        if (effort.trial()) {
            System.out.println(
                    "tried in " + Duration.ofNanos(System.nanoTime() - start).toMillis() + " ms: " + benchmark.name());
        } else {
            rows.forEach(System.out::print);
        }
        return rows;
    }

    private static void write(String table, Effort effort) throws IOException {
        String result = "%s, %s %s, %d processors, %d rounds%n%n%s"
                .formatted(
                        LocalDate.now(ZoneOffset.UTC),
                        System.getProperty("java.vm.name"),
                        System.getProperty("java.version"),
                        Runtime.getRuntime().availableProcessors(),
                        effort.rounds(),
                        table);
        Files.writeString(Path.of("target/benchmark.md"), result);
        System.out.println(result);
    }
}
