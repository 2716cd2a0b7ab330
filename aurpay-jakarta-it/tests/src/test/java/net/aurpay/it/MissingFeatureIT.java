package net.aurpay.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import net.aurpay.it.liberty.OpenLiberty;
import net.aurpay.it.liberty.ServerDirectory;
import net.aurpay.it.sandbox.Sandbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Starts an Open Liberty without one of the features that {@code docs/servers.md} lists, and checks that the log names
 * the feature.
 */
@Tag("liberty")
class MissingFeatureIT {
    private static final String SHOP = "shop";

    private final Sandbox sandbox = Sandboxes.start();

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void deploymentWithoutRestClientNamesTheFeature() throws Exception {
        String log = logOf("restfulWS-3.1", "mpConfig-3.1", "jsonb-3.0");

        assertThat(log).contains("CWWKZ0002E").contains("add the feature mpRestClient-3.0");
    }

    @Test
    void deploymentWithoutJsonBNamesTheFeature() throws Exception {
        String log = logOf("restfulWS-3.1", "mpRestClient-3.0");

        assertThat(log).contains("CWWKZ0002E").contains("the feature jsonb-3.0");
    }

    @Test
    void logOfAServerWithoutRestResourcesNamesTheFeature() throws Exception {
        String log = logOf("mpRestClient-3.0", "jsonb-3.0");

        assertThat(log).contains("restfulWS must be among the features").doesNotContain("callbacks at [");
    }

    private String logOf(String... features) throws IOException, InterruptedException {
        StringBuilder configuration = new StringBuilder("<server><featureManager>");
        for (String feature : features) {
            configuration.append("<feature>").append(feature).append("</feature>");
        }
        configuration.append("</featureManager><httpEndpoint id=\"defaultHttpEndpoint\" httpPort=\"${http.port}\""
                + " httpsPort=\"-1\"/><logging consoleLogLevel=\"INFO\"/></server>");
        int port = FreePort.find();
        ServerDirectory directory = ServerDirectory.of(
                        Path.of(Server.property("server.home")),
                        "missing-" + port,
                        Files.writeString(folder.resolve("server.xml"), configuration),
                        port)
                .application(
                        SHOP,
                        new ApplicationArchive(SHOP)
                                .signing(sandbox)
                                .receiving(sandbox)
                                .export(folder));
        try (OpenLiberty server = new OpenLiberty(directory, Map.of("JVM_ARGS", LibertyWithTable.QUICK))) {
            server.start();
            ShopProbe.await("the application's start or failure", () -> {
                String log = read(directory.log());
                return log.contains("CWWKZ0002E") || log.contains("CWWKZ0001I");
            });
            return read(directory.log());
        }
    }

    private static String read(Path log) {
        try {
            return Files.exists(log) ? Files.readString(log) : "";
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
