package net.aurpay.it.benchmark;

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
    private final StringBuilder table = new StringBuilder(Row.HEAD);

    private Benchmarks(Set<String> chosen) {
        this.chosen = chosen;
    }

    /**
     * Writes the table to {@code target/benchmark.md} and prints it.
     *
     * @param arguments what to measure, separated by commas; number of rounds; home of Open Liberty; the two jars
     */
    public static void main(String[] arguments) throws Exception {
        int rounds = Integer.parseInt(arguments[1]);
        Server server =
                new Server(Path.of(arguments[2]), List.of(Path.of(arguments[3]), Path.of(arguments[4])), rounds);
        Benchmarks benchmarks = new Benchmarks(Set.of(arguments[0].split(",", -1)));
        benchmarks.run("sign", () -> new Micro(rounds).sign());
        benchmarks.run("verify", () -> new Micro(rounds).verify(1));
        benchmarks.run("verify", () -> new Micro(rounds).verify(2));
        benchmarks.run("read", () -> new Micro(rounds).read());
        benchmarks.run("call", server::call);
        benchmarks.run("receive", server::receive);
        int largest = Integer.getInteger("benchmark.largest", 1_000_000);
        Scale scale = new Scale(Path.of(arguments[2]), List.of(Path.of(arguments[3]), Path.of(arguments[4])), rounds);
        benchmarks.run("remember", () -> new Growth(largest, rounds).memory());
        benchmarks.run("remember", () -> new Growth(largest, rounds).table());
        benchmarks.run("accounts", () -> scale.accounts(largest));
        benchmarks.run("payments", () -> server.sweepGrowth(largest));
        benchmarks.run("orders", () -> new Orders().rows(Math.min(largest, 1_000_000), rounds));
        benchmarks.run("servers", scale::servers);
        benchmarks.run("sweep", server::sweep);
        benchmarks.run("footprint", server::jars);
        benchmarks.run("footprint", server::footprint);
        String result = "%s, %s %s, %d processors, %d rounds%n%n%s"
                .formatted(
                        LocalDate.now(ZoneOffset.UTC),
                        System.getProperty("java.vm.name"),
                        System.getProperty("java.version"),
                        Runtime.getRuntime().availableProcessors(),
                        rounds,
                        benchmarks.table);
        Files.writeString(Path.of("target/benchmark.md"), result);
        System.out.println(result);
    }

    private void run(String name, Callable<List<Row>> benchmark) throws Exception {
        if (chosen.contains("all") || chosen.contains(name)) {
            System.out.println("measuring: " + name);
            for (Row row : benchmark.call()) {
                System.out.print(row);
                table.append(row);
            }
        }
    }
}
