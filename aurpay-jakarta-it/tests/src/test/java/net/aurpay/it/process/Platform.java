package net.aurpay.it.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jboss.shrinkwrap.api.Archive;

/** What runs an application. */
interface Platform {
    /** Whether the build runs the tests on one of these. */
    static boolean isUnderTest() {
        return List.of("quarkus", "helidon").contains(System.getProperty("arquillian.launch", ""));
    }

    static Platform ofBuild() {
        Path home = Path.of(System.getProperty("server.home"));
        return System.getProperty("arquillian.launch").equals("quarkus") ? new Quarkus(home) : new Helidon(home);
    }

    /**
     * Looks at its version.
     *
     * @throws IllegalStateException if it has another than the build says
     */
    void check();

    /** Puts what the application needs into a folder of its own. */
    List<String> command(Archive<?> archive, Path folder, int port) throws IOException;

    /** A JVM as the build wants it. */
    static List<String> java(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("server.jdk"), "bin", "java").toString());
        command.addAll(Arrays.asList(System.getProperty("server.options").split(" ")));
        command.addAll(Arrays.asList(arguments));
        return command;
    }

    /** Of {@code server.name}, as {@code README.md} will show it. */
    static void requireVersion(List<String> jars, String prefix) {
        String version = System.getProperty("server.name").replaceFirst(".* ", "");
        if (!jars.contains(prefix + version + ".jar")) {
            throw new IllegalStateException("no " + prefix + version + ".jar: two poms name two versions");
        }
    }
}
