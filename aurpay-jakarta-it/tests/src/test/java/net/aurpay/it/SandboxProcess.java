package net.aurpay.it;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs the sandbox as {@code docs/start.md} starts it, and uses its cashier page as the browser does. */
final class SandboxProcess implements AutoCloseable {
    private static final Pattern URL = Pattern.compile("Sandbox at (http://\\S+)\n((?:aurpay\\..+\n){5})");

    private final Process process;
    private final Path log;

    private SandboxProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    static SandboxProcess start(Path folder) throws IOException, InterruptedException {
        Path log = folder.resolve("sandbox.log");
        ProcessBuilder java = new ProcessBuilder(
                        Server.property("server.jdk") + "/bin/java",
                        "-jar",
                        Server.property("sandbox.jar"),
                        "--port",
                        "0")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        java.environment().keySet().removeIf(key -> key.startsWith("AURPAY_"));
        SandboxProcess sandbox = new SandboxProcess(java.start(), log);
        ShopProbe.await("the sandbox", () -> sandbox.output().find());
        return sandbox;
    }

    private Matcher output() {
        try {
            return URL.matcher(Files.readString(log));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    String url() {
        return group(1);
    }

    /** Returns the five lines that the sandbox prints for the settings. */
    String printed() {
        return group(2);
    }

    private String group(int number) {
        Matcher output = output();
        if (!output.find()) {
            throw new AssertionError("no URL in " + log);
        }
        return output.group(number);
    }

    /** Pays at a payment URL as a customer does, who chooses a coin and presses <em>Pay</em>. */
    void pay(String payUrl) {
        String token = payUrl.substring(payUrl.indexOf("token=") + "token=".length());
        String order = Probe.parse(post("choices/" + token, "{\"chain\":\"TRX\",\"currency\":\"USDT-TRC20\"}"))
                .getString("order_id");
        post("orders/" + order + "/pay", "");
    }

    private String post(String path, String body) {
        URI url = URI.create(url() + "/sandbox/" + path);
        HttpResponse<String> response = new Probe(url)
                .send(HttpRequest.newBuilder(url)
                        .POST(BodyPublishers.ofString(body))
                        .build());
        if (response.statusCode() != 200) {
            throw new AssertionError(url + ": HTTP " + response.statusCode() + ": " + response.body());
        }
        return response.body();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
