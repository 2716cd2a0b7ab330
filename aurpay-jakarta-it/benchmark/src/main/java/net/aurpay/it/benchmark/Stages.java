package net.aurpay.it.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Starts what the benchmarks on a server need: anew for each measurement, so that none is disturbed by what ran before. In a
 * trial, all share one server.
 */
final class Stages implements AutoCloseable {
    private final Installation installation;
    private final Effort effort;
    private @Nullable Stage shared;

    Stages(Installation installation, Effort effort) {
        this.installation = installation;
        this.effort = effort;
    }

    interface Measurement<T> {
        T on(Stage stage) throws IOException, InterruptedException, SQLException;
    }

    /** @param apps the applications that are measured; in a trial, the server has further ones */
    <T> T measure(Set<App> apps, Measurement<T> measurement) throws IOException, InterruptedException, SQLException {
        if (effort.trial()) {
            return measurement.on(shared());
        }
        try (Stage stage = Stage.start(installation, apps, ServerOptions.NONE)) {
            return measurement.on(stage);
        }
    }

    private Stage shared() throws IOException, InterruptedException, SQLException {
        Stage stage = shared;
        if (stage == null) {
            stage = recorded(EnumSet.allOf(App.class));
            shared = stage;
        }
        return stage;
    }

    private Stage recorded(Set<App> apps) throws IOException, InterruptedException, SQLException {
        Files.deleteIfExists(recording());
        return Stage.start(installation, apps, StartProfile.options(recording()));
    }

    /**
     * Returns what a server recorded while it started with some applications. The server has ended; in a trial, it is the
     * shared one.
     */
    Path recordStart(Set<App> apps) throws IOException, InterruptedException, SQLException {
        if (effort.trial()) {
            shared();
            close();
        } else {
            recorded(apps).close();
        }
        return recording();
    }

    private Path recording() {
        return installation.liberty().resolveSibling("start.jfr");
    }

    @Override
    public void close() throws IOException {
        if (shared != null) {
            shared.close();
            shared = null;
        }
    }
}
