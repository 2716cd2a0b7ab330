package net.aurpay.it.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The example of docs/sandbox.md with two containers: the application's requests name the sandbox as its own container does. */
class ContainerGuideTest {
    @Test
    void sandboxAcceptsTheUrlThatTheApplicationIsConfiguredWith() throws IOException {
        URI configured = URI.create(found("AURPAY_MP_REST_URL: (\\S+)"));
        SandboxOptions options = Main.options(new ArrayList<>(), command());

        assertThat(options.port()).as("the port of the container").isEqualTo(configured.getPort());
        try (Sandbox sandbox = Sandbox.start(options.port(0))) {
            assertThat(status(sandbox, configured.getAuthority())).contains("200");
            assertThat(status(sandbox, "another:9090")).contains("403");
        }
    }

    private static String[] command() throws IOException {
        try (JsonReader array = Json.createReader(new StringReader(found("command: (\\[.*])")))) {
            return array.readArray().getValuesAs(JsonString::getString).toArray(String[]::new);
        }
    }

    private static String found(String pattern) throws IOException {
        Matcher found = Pattern.compile(pattern).matcher(Files.readString(Path.of("../docs/sandbox.md")));
        assertThat(found.find()).as(pattern).isTrue();
        return found.group(1);
    }

    private static String status(Sandbox sandbox, String host) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), sandbox.port())) {
            String request = "GET /sandbox/state HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String response = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return response.lines().findFirst().orElse("");
        }
    }
}
