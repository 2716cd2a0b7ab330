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
 * The directory of a server in an unpacked Open Liberty. Immutable; each method returns a changed copy.
 *
 * @param liberty the home of Open Liberty
 * @param configuration the server.xml
 * @param variables variables for the server.xml, including {@code http.port}; they are written to a file, so they must not
 *     contain secrets
 * @param overrides further configuration: file names and their content
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
     * Adds further configuration.
     *
     * @param xml a complete {@code <server>} element; its attributes take precedence over those in the server.xml
     */
    public ServerDirectory override(String file, String xml) {
        return new ServerDirectory(liberty, name, configuration, variables, with(overrides, file, xml));
    }

    /** Adds an application with this context root. */
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

    /** Writes the configuration files. Keeps the rest of the directory, because its caches make the next start faster. */
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

    /** Returns Open Liberty's start script, which knows the JVM options that the server needs. */
    String script() {
        return liberty.resolve(File.separatorChar == '\\' ? "bin/server.bat" : "bin/server")
                .toString();
    }

    /** Returns the server's output, which also says why the server could not start. */
    public Path log() {
        return liberty.resolveSibling(name + ".log");
    }
}
