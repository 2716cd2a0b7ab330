package net.aurpay.it.benchmark;

import java.io.IOException;
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
            if (shared == null) {
                shared = Stage.start("benchmark", installation, EnumSet.allOf(App.class));
            }
            return measurement.on(shared);
        }
        try (Stage stage = Stage.start("benchmark", installation, apps)) {
            return measurement.on(stage);
        }
    }

    @Override
    public void close() throws IOException {
        if (shared != null) {
            shared.close();
        }
    }
}
