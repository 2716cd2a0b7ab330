package net.aurpay.it.benchmark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs the JMH benchmarks. In each round, each contender is measured in a new JVM. What counts is its fastest iteration: on a
 * virtual machine, a neighbour's load makes everything take 1.6 times as long for seconds, and never makes it faster.
 */
final class Micro {
    private final Effort effort;
    private final Map<String, double[]> times = new HashMap<>();
    private final Map<String, double[]> bytes = new HashMap<>();

    Micro(Effort effort) {
        this.effort = effort;
    }

    List<Row> sign() throws RunnerException {
        run(SignBenchmark.class, 1, "floor", "aurpay");
        return List.of(
                new Row("sign a request", "JCA alone", "ns", time("aurpay"), time("floor"), "≤ 1.2"),
                new Row("… bytes allocated", "JCA alone", "B", allocated("aurpay"), allocated("floor"), "≤ 1.5"));
    }

    List<Row> verify(int threads) throws RunnerException {
        run(VerifyBenchmark.class, threads, "floor", "aurpay", "adyen", "standardwebhooks", "stripe");
        String what = "verify a callback, " + threads + (threads == 1 ? " thread" : " threads");
        List<Row> rows = new ArrayList<>();
        rows.add(new Row(what, "HMAC by a keyed `Mac`", "ns", time("aurpay"), time("floor"), "≤ 2"));
        for (String peer : List.of("adyen", "standardwebhooks", "stripe")) {
            rows.add(new Row("…", peer, "ns", time("aurpay"), time(peer), "< 1"));
        }
        return rows;
    }

    List<Row> read() throws RunnerException {
        run(ReadBenchmark.class, 1, "floor", "aurpay");
        String peer = "JSON-B, no adapters";
        return List.of(
                new Row("read the page of ten orders", peer, "ns", time("aurpay"), time("floor"), "≤ 1.3"),
                new Row("… bytes allocated", peer, "B", allocated("aurpay"), allocated("floor"), ""));
    }

    private double[] time(String contender) {
        return times.getOrDefault(contender, new double[0]);
    }

    private double[] allocated(String contender) {
        return bytes.getOrDefault(contender, new double[0]);
    }

    private void run(Class<?> benchmark, int threads, String... contenders) throws RunnerException {
        for (int round = 0; round < effort.rounds(); round++) {
            for (String contender : contenders) {
                RunResult result = fork(benchmark.getName() + "." + contender + "$", threads);
                times.computeIfAbsent(contender, name -> new double[effort.rounds()])[round] =
                        result.getPrimaryResult().getStatistics().getMin();
                bytes.computeIfAbsent(contender, name -> new double[effort.rounds()])[round] = Objects.requireNonNull(
                                result.getSecondaryResults().get("gc.alloc.rate.norm"))
                        .getScore();
            }
        }
    }

    private RunResult fork(String pattern, int threads) throws RunnerException {
        String collection = ReadBenchmark.COLLECTION;
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(pattern)
                // in a trial, no further JVM: it would live for a second, and start for as long
                .forks(effort.of(1, 0))
                .threads(threads)
                .measurementIterations(effort.of(40, 1))
                .measurementTime(TimeValue.milliseconds(effort.of(150, 1)))
                .mode(Mode.AverageTime)
                .timeUnit(TimeUnit.NANOSECONDS)
                .addProfiler(GCProfiler.class)
                // -Xbatch compiles in the foreground: on a busy machine, background compilation would finish too late
                .jvmArgs("-Xmx512m", "-Xbatch", "-D" + collection + "=" + System.getProperty(collection))
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
        if (effort.trial()) {
            options.warmupIterations(0);
        }
        return new Runner(options.build()).runSingle();
    }
}
