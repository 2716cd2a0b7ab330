package net.aurpay.it.liberty;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The directory of a server in an unpacked Open Liberty. Immutable; each method gives a changed copy.
 *
 * @param liberty the home of Open Liberty
 * @param configuration its server.xml
 * @param variables for it, {@code http.port} among them; no secret, for they are written to a file
 * @param overrides further configuration, by the names of its files
 */
public record ServerDirectory(
        Path liberty, String name, Path configuration, Map<String, String> variables, Map<String, String> overrides) {
    public static ServerDirectory of(Path liberty, String name, Path configuration, int port) {
        return new ServerDirectory(liberty, name, configuration, Map.of("http.port", Integer.toString(port)), Map.of());
    }

    public ServerDirectory variable(String variable, Object value) {
        return new ServerDirectory(
                liberty, name, configuration, with(variables, variable, value.toString()), overrides);
    }

    /**
     * With further configuration.
     *
     * @param xml a whole {@code <server>}, whose attributes win over those of the server.xml
     */
    public ServerDirectory override(String file, String xml) {
        return new ServerDirectory(liberty, name, configuration, variables, with(overrides, file, xml));
    }

    /** The application of that context root. */
    public ServerDirectory application(String root, Path war) {
        String location = war.toAbsolutePath()
                .toString()
                .replace('\\', '/')
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace("\"", "&quot;");
        return override(
                root + ".xml",
                """
                <server>
                    <webApplication name="%1$s" contextRoot="/%1$s" location="%2$s"/>
                </server>
                """
                        .formatted(root, location));
    }

    private static Map<String, String> with(Map<String, String> map, String key, String value) {
        Map<String, String> more = new TreeMap<>(map);
        more.put(key, value);
        return Map.copyOf(more);
    }

    public int port() {
        return Integer.parseInt(variables.getOrDefault("http.port", "9080"));
    }

    /** Writes it anew; what the last run has left there makes the next one start sooner. */
    void prepare() throws IOException {
        Path server = liberty.resolve("usr/servers").resolve(name);
        Path folder = Files.createDirectories(server.resolve("configDropins/overrides"));
        Files.copy(configuration, server.resolve("server.xml"), StandardCopyOption.REPLACE_EXISTING);
        Files.writeString(
                server.resolve("bootstrap.properties"),
                variables.entrySet().stream()
                        .map(variable -> variable.getKey() + "=" + variable.getValue() + "\n")
                        .collect(Collectors.joining()));
        for (Map.Entry<String, String> override : overrides.entrySet()) {
            Files.writeString(folder.resolve(override.getKey()), override.getValue());
        }
    }

    /** Its own script: it knows what its Java needs. */
    String script() {
        return liberty.resolve(File.separatorChar == '\\' ? "bin/server.bat" : "bin/server")
                .toString();
    }

    /** What the server says, by the way also why it could not start. */
    public Path log() {
        return liberty.resolveSibling(name + ".log");
    }
}
