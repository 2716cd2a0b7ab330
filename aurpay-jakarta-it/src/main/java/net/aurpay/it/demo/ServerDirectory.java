package net.aurpay.it.demo;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The directory of the server {@code shop} in an unpacked Open Liberty, with the configuration that the tests have.
 *
 * @param liberty the home of Open Liberty
 * @param configuration its server.xml
 * @param port where the shop listens
 */
record ServerDirectory(Path liberty, Path configuration, Path war, int port) {
    static final String NAME = "shop";

    /** Writes it anew; what the last run has left there makes the next one start sooner. */
    void prepare() throws IOException {
        Path server = liberty.resolve("usr/servers").resolve(NAME);
        Path overrides = Files.createDirectories(server.resolve("configDropins/overrides"));
        Files.copy(configuration, server.resolve("server.xml"), StandardCopyOption.REPLACE_EXISTING);
        Files.writeString(server.resolve("bootstrap.properties"), "http.port=" + port + "\n");
        Files.writeString(overrides.resolve("shop.xml"), application());
    }

    private String application() {
        String location = war.toAbsolutePath()
                .toString()
                .replace('\\', '/')
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace("\"", "&quot;");
        return """
                <server>
                    <!-- files in the WAR are always of the same date: a browser would take changed ones for old -->
                    <httpEndpoint id="defaultHttpEndpoint">
                        <headers>
                            <setIfMissing>Cache-Control: no-store</setIfMissing>
                        </headers>
                    </httpEndpoint>
                    <webApplication name="shop" contextRoot="/shop" location="%s"/>
                </server>
                """
                .formatted(location);
    }

    /** Its own script: it knows what its Java needs. */
    String script() {
        return liberty.resolve(File.separatorChar == '\\' ? "bin/server.bat" : "bin/server")
                .toString();
    }

    /** What the server says, by the way also why it could not start. */
    Path log() {
        return liberty.resolveSibling("shop.log");
    }
}
