package net.aurpay.it;

import java.nio.file.Files;
import java.nio.file.Path;
import net.aurpay.sandbox.AurpaySandbox;
import net.aurpay.sandbox.SandboxHandle;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Configures a WildFly for a sandbox, as docs/testing-with-the-sandbox.md says, and deploys an application without settings. */
@AurpaySandbox
@Tag("wildfly")
class WildFlySettingsIT {
    private final SandboxHandle sandbox;

    @TempDir
    Path folder;

    WildFlySettingsIT(SandboxHandle sandbox) {
        this.sandbox = sandbox;
    }

    @Test
    void commandsConfigureTheRunningServer() throws Exception {
        try (SeparateWildFly server = SeparateWildFly.in(folder)) {
            UnconfiguredShop shop = new UnconfiguredShop(sandbox, server.url());
            server.start();
            server.command(shop.settings().wildFlyCli());
            server.deploy(UnconfiguredShop.export(folder));

            shop.assertConfigured();
        }
    }

    @Test
    void elementConfiguresTheServer() throws Exception {
        try (SeparateWildFly server = SeparateWildFly.in(folder)) {
            UnconfiguredShop shop = new UnconfiguredShop(sandbox, server.url());
            Path configuration = server.configuration();
            String xml = Files.readString(configuration);
            Files.writeString(
                    configuration,
                    xml.replace(
                            "</extensions>", "</extensions>\n" + shop.settings().wildFlyXml()));
            server.deploy(UnconfiguredShop.export(folder));
            server.start();

            shop.assertConfigured();
        }
    }
}
