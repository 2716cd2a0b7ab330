package net.aurpay.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Describes the server under test, by the properties of its Maven profile. */
final class Server {
    private static final List<String> LACKS =
            Arrays.asList(property("server.lacks").split(","));

    private Server() {}

    /**
     * Returns the kinds of beans that the server runs: {@code cdi}, and {@code ejb} where there is an EJB container.
     */
    static List<String> beans() {
        return LACKS.contains("ejb") ? List.of("cdi") : List.of("cdi", "ejb");
    }

    /** Returns the kind of bean for a test that needs just one: an EJB where there is an EJB container. */
    static String bean() {
        return beans().get(beans().size() - 1);
    }

    static boolean hasEjbs() {
        return beans().contains("ejb");
    }

    /** Whether an application sees the servlet API. None of the Open Liberty configurations here has its feature. */
    static boolean hasServlets() {
        return !is("liberty");
    }

    /** Whether the server runs a WAR with the webhook in it. */
    static boolean takesCallbacks() {
        return !LACKS.contains("callbacks");
    }

    /**
     * Whether an application's classes can be chosen when it is deployed; otherwise they are chosen when it is built.
     */
    static boolean takesClasses() {
        return !LACKS.contains("classes");
    }

    /**
     * Whether the server runs CDI's portable extensions. One of them checks the configuration and logs how calls are
     * made.
     */
    static boolean runsExtensions() {
        return !LACKS.contains("extensions");
    }

    /** Whether the server has OpenTelemetry that a property of the application switches on. */
    static boolean hasTelemetry() {
        return is("payara") || property("server.platform").contains("MicroProfile 7.1");
    }

    static boolean hasOpenApi() {
        return hasTelemetry();
    }

    static boolean is(String name) {
        return property("arquillian.launch").equals(name);
    }

    /** Whether the server's JAX-RS is Jersey. */
    static boolean hasJersey() {
        return is("payara") || is("helidon");
    }

    /** Returns what the server has logged so far. */
    static String log() {
        try {
            return Files.readString(
                    Path.of(property("server.logs"), is("liberty") ? "messages.log" : "server.log"),
                    StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String property(String name) {
        String value = System.getProperty(name);
        if (value == null) {
            throw new IllegalStateException("the build sets the system property <" + name + ">");
        }
        return value;
    }
}
