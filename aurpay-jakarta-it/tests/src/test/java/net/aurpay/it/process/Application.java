package net.aurpay.it.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import net.aurpay.it.FreePort;
import org.jboss.arquillian.container.spi.client.container.DeploymentException;
import org.jboss.shrinkwrap.api.Archive;

/** A running application, in its own process. */
record Application(Process process, int port) {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** Starts an application, and returns when it listens. */
    static Application start(Platform platform, Archive<?> archive, String name) throws DeploymentException {
        Path logs = Path.of(System.getProperty("server.logs"));
        Path log = logs.resolve("server.log");
        try {
            Path folder = Files.createDirectories(logs.resolveSibling("applications")
                    .resolve(name + "-" + ProcessHandle.current().pid()));
            Files.createDirectories(logs);
            int port = FreePort.find();
            Process process = new ProcessBuilder(platform.command(archive, folder, port))
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            Application application = new Application(process, port);
            application.awaitStart(name, log);
            return application;
        } catch (IOException e) {
            throw new DeploymentException(name + " cannot be started", e);
        }
    }

    private void awaitStart(String name, Path log) throws DeploymentException {
        if (!FreePort.isTakenBy(process, port, PATIENCE)) {
            stop();
            throw new DeploymentException(name + " does not listen: see " + log);
        }
    }

    void stop() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
