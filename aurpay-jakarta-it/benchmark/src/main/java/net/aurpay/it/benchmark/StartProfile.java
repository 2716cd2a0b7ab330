package net.aurpay.it.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordingFile;

/** Shows what the libraries do while a server starts, by samples of the stacks of its threads. */
record StartProfile(Stages stages) {
    private static final List<Part> PARTS = List.of(
            new Part("the libraries", "net.aurpay."),
            new Part("… CDI extensions, with JSON-B", "Extension."),
            new Part("… JSON-B analyses the largest records", ".ClientExtension.prepareJson"),
            new Part("… REST clients are built", ".ClientStart."),
            new Part("… telemetry finds OpenTelemetry", ".telemetry."),
            new Part("… the webhook checks its configuration", ".WebhookLifecycle."));

    /** Starts a server once in each round, and reads what it has recorded. */
    List<Row> rows(int rounds) throws IOException, InterruptedException, SQLException {
        double[] all = new double[rounds];
        double[][] parts = new double[PARTS.size()][rounds];
        for (int round = 0; round < rounds; round++) {
            Path recording = stages.recordStart(Set.of(App.MEMORY));
            for (RecordedEvent sample : RecordingFile.readAllEvents(recording)) {
                all[round]++;
                for (int i = 0; i < parts.length; i++) {
                    parts[i][round] += PARTS.get(i).isIn(sample) ? 1 : 0;
                }
            }
            if (parts[0][round] == 0) {
                throw new IllegalStateException("no sample shows the libraries: see " + recording);
            }
        }
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < parts.length; i++) {
            rows.add(new Row("start: " + PARTS.get(i).what(), "all threads", "samples", parts[i], all, "–"));
        }
        return rows;
    }

    /**
     * A server with MicroProfile Telemetry, which costs nothing if the server does not have it, and a JVM that records its start
     * and writes the recording when it ends.
     */
    static ServerOptions options(Path recording) {
        String record = "-XX:StartFlightRecording=settings=none,dumponexit=true,filename=" + recording
                + ",+jdk.ExecutionSample#enabled=true,+jdk.ExecutionSample#period=2ms";
        return new ServerOptions(List.of("mpTelemetry-1.1"), List.of(record));
    }

    /**
     * Work of the libraries, with all that it calls. A part may be within another part.
     *
     * @param method a part of the full name of each method that does the work
     */
    private record Part(String what, String method) {
        boolean isIn(RecordedEvent sample) {
            return sample.getStackTrace() != null
                    && sample.getStackTrace().getFrames().stream().anyMatch(frame -> isIn(frame.getMethod()));
        }

        private boolean isIn(RecordedMethod called) {
            String name = called.getType().getName() + "." + called.getName();
            return name.startsWith("net.aurpay.") && !name.startsWith("net.aurpay.it.") && name.contains(method);
        }
    }
}
