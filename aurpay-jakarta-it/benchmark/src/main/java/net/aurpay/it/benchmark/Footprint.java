package net.aurpay.it.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Measures the sizes of the libraries, and what they cost a server that deploys an application. */
record Footprint(Installation installation, Effort effort) {
    private static final double MIB = 1024 * 1024;

    /** Compares the sizes of the jars, in bytes, with the size of both. */
    List<Row> jars() throws IOException {
        List<Path> jars = installation.jars();
        long both = Files.size(jars.get(0)) + Files.size(jars.get(1));
        List<Row> rows = new ArrayList<>();
        for (Path jar : jars) {
            double[] size = {Files.size(jar)};
            rows.add(new Row("`" + jar.getFileName() + "`", "both", "B", size, new double[] {both}, "–"));
        }
        return rows;
    }

    /** Compares an application with and one without the libraries, each on a new server. */
    List<Row> deployed(Stages stages) throws IOException, InterruptedException, SQLException {
        List<App> contenders = List.of(App.MEMORY, App.BARE);
        double[][] seconds = new double[2][effort.rounds()];
        double[][] heap = new double[2][effort.rounds()];
        for (int round = 0; round < effort.rounds(); round++) {
            for (int i = 0; i < contenders.size(); i++) {
                App app = contenders.get(i);
                double[] result = stages.measure(Set.of(app), stage -> secondsAndHeap(stage.liberty(), app));
                seconds[i][round] = result[0];
                heap[i][round] = result[1];
            }
        }
        String against = "the same without the two jars";
        return List.of(
                new Row("deploy", against, "s", seconds[0], seconds[1], "–"),
                new Row("heap after one call", against, "MiB", heap[0], heap[1], "–"));
    }

    private static double[] secondsAndHeap(Liberty liberty, App app) throws IOException, InterruptedException {
        liberty.get(app.at("api/call?count=1"));
        return new double[] {liberty.seconds(app), Double.parseDouble(liberty.get(app.at("api/heap"))) / MIB};
    }
}
