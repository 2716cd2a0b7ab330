package net.aurpay.it.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jboss.shrinkwrap.api.Archive;

/** Runs applications that are no WARs. */
interface Platform {
    /** Whether the build runs the tests on such a platform. */
    static boolean isUnderTest() {
        return List.of("quarkus", "helidon").contains(System.getProperty("arquillian.launch", ""));
    }

    static Platform ofBuild() {
        Path home = Path.of(System.getProperty("server.home"));
        return System.getProperty("arquillian.launch").equals("quarkus") ? new Quarkus(home) : new Helidon(home);
    }

    /**
     * Checks the platform's version.
     *
     * @throws IllegalStateException if the version is not the one in the build
     */
    void check();

    /** Puts what the application needs into its own folder, and returns the command that starts it. */
    List<String> command(Archive<?> archive, Path folder, int port) throws IOException;

    /** Returns the command for the JVM that the build chooses. */
    static List<String> java(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("server.jdk"), "bin", "java").toString());
        command.addAll(Arrays.asList(System.getProperty("server.options").split(" ")));
        command.addAll(Arrays.asList(arguments));
        return command;
    }

    /** Checks that the platform's version is that in {@code server.name}, which {@code servers.md} shows. */
    static void requireVersion(List<String> jars, String prefix) {
        String version = System.getProperty("server.name").replaceFirst(".* ", "");
        if (!jars.contains(prefix + version + ".jar")) {
            throw new IllegalStateException("no " + prefix + version + ".jar: two poms name two versions");
        }
    }
}
