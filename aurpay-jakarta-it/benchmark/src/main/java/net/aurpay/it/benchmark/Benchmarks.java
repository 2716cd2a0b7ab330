package net.aurpay.it.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;

/** Runs the benchmarks and writes the results as one table. {@code mvn -Pbenchmark} starts it. */
public final class Benchmarks {
    private final Set<String> chosen;
    private final Effort effort;
    private final StringBuilder table = new StringBuilder(Row.HEAD);

    private Benchmarks(Set<String> chosen, Effort effort) {
        this.chosen = chosen;
        this.effort = effort;
    }

    /**
     * Writes the table to {@code target/benchmark.md} and prints it. CI tries every benchmark that is in the list here.
     *
     * @param arguments what to measure, separated by commas; number of rounds, 0 for a trial; home of Open Liberty; the
     *     two jars
     */
    public static void main(String[] arguments) throws Exception {
        Effort effort = Effort.of(Integer.parseInt(arguments[1]));
        Server server =
                new Server(Path.of(arguments[2]), List.of(Path.of(arguments[3]), Path.of(arguments[4])), effort);
        Benchmarks benchmarks = new Benchmarks(Set.of(arguments[0].split(",", -1)), effort);
        benchmarks.run("sign", () -> new Micro(effort).sign());
        benchmarks.run("verify", () -> new Micro(effort).verify(1));
        benchmarks.run("verify", () -> new Micro(effort).verify(2));
        benchmarks.run("read", () -> new Micro(effort).read());
        benchmarks.run("call", server::call);
        benchmarks.run("receive", server::receive);
        int largest = effort.of(Integer.getInteger("benchmark.largest", 1_000_000), 1000);
        Scale scale = new Scale(Path.of(arguments[2]), List.of(Path.of(arguments[3]), Path.of(arguments[4])), effort);
        benchmarks.run("remember", () -> new Growth(largest, effort).memory());
        benchmarks.run("remember", () -> new Growth(largest, effort).table());
        benchmarks.run("accounts", () -> scale.accounts(largest));
        benchmarks.run("payments", () -> server.sweepGrowth(largest));
        benchmarks.run("orders", () -> new Orders(effort).rows(Math.min(largest, 1_000_000)));
        benchmarks.run("servers", scale::servers);
        benchmarks.run("sweep", server::sweep);
        benchmarks.run("footprint", server::jars);
        benchmarks.run("footprint", server::footprint);
        benchmarks.run("footprint", server::start);
        if (!effort.trial()) {
            benchmarks.write();
        }
    }

    private void write() throws IOException {
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

    private void run(String name, Callable<List<Row>> benchmark) throws Exception {
        if (!chosen.contains("all") && !chosen.contains(name)) {
            return;
        }
        System.out.println((effort.trial() ? "trying: " : "measuring: ") + name);
        List<Row> rows = benchmark.call();
        if (!effort.trial()) {
            rows.forEach(System.out::print);
            rows.forEach(table::append);
        }
    }
}
