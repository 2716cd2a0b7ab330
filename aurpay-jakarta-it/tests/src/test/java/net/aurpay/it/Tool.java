package net.aurpay.it;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Runs a server's command line tool in a folder. */
record Tool(Path folder, Map<String, String> environment) {
    /** Runs a command to its end. */
    void run(String... command) throws IOException, InterruptedException {
        Process process = builder(command).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + " ended with " + process.exitValue() + ": " + output);
        }
    }

    /** Starts a command that keeps running. */
    Process start(Path log, String... command) throws IOException {
        return builder(command)
                .redirectOutput(ProcessBuilder.Redirect.to(log.toFile()))
                .start();
    }

    private ProcessBuilder builder(String... command) {
        ProcessBuilder builder =
                new ProcessBuilder(List.of(command)).directory(folder.toFile()).redirectErrorStream(true);
        // These variables are meant for the server under test.
        builder.environment().keySet().removeIf(name -> name.startsWith("AURPAY_"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(environment);
        return builder;
    }
}
