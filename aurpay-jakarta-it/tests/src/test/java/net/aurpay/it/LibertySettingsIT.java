package net.aurpay.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import net.aurpay.it.liberty.OpenLiberty;
import net.aurpay.it.liberty.ServerDirectory;
import net.aurpay.sandbox.AurpaySandbox;
import net.aurpay.sandbox.SandboxHandle;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts an Open Liberty with a sandbox's settings, as docs/testing-with-the-sandbox.md says, and an application without. */
@AurpaySandbox
@Tag("liberty")
class LibertySettingsIT {
    private final int port = FreePort.find();
    private final UnconfiguredShop shop;

    @TempDir
    Path folder;

    LibertySettingsIT(SandboxHandle sandbox) {
        shop = new UnconfiguredShop(sandbox, "http://localhost:" + port);
    }

    @Test
    void variablesConfigureTheApplication() throws Exception {
        assertConfigured(directory().override("aurpay.xml", shop.settings().libertyVariables()));
    }

    @Test
    void bootstrapPropertiesConfigureTheApplication() throws Exception {
        Path file = Files.writeString(
                folder.resolve("aurpay.properties"), shop.settings().properties());

        assertConfigured(directory().variable("bootstrap.include", file));
    }

    private ServerDirectory directory() throws IOException {
        return ServerDirectory.of(
                        Path.of(Server.property("server.home")),
                        "settings-" + port,
                        Path.of("../demo/src/main/liberty/server.xml"),
                        port)
                .application(UnconfiguredShop.NAME, UnconfiguredShop.export(folder));
    }

    private void assertConfigured(ServerDirectory directory) throws Exception {
        try (OpenLiberty server = new OpenLiberty(directory, Map.of("JVM_ARGS", LibertyWithTable.QUICK))) {
            server.start("/" + UnconfiguredShop.NAME + "/probe/events/none");
            shop.assertConfigured();
        }
    }
}
