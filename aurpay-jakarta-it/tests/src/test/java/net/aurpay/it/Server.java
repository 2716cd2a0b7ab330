package net.aurpay.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The server under test, as its Maven profile describes it. */
final class Server {
    private static final List<String> LACKS =
            Arrays.asList(property("server.lacks").split(","));

    private Server() {}

    /** The kinds of beans that it runs: {@code cdi}, and {@code ejb} where there is an EJB container. */
    static List<String> beans() {
        return LACKS.contains("ejb") ? List.of("cdi") : List.of("cdi", "ejb");
    }

    /** The kind of bean for a test that needs just one: an EJB where there are any. */
    static String bean() {
        return beans().get(beans().size() - 1);
    }

    static boolean hasEjbs() {
        return beans().contains("ejb");
    }

    /** Whether an application sees the servlet API: none of the configurations of Open Liberty here has its feature. */
    static boolean hasServlets() {
        return !is("liberty");
    }

    /** Whether it takes a WAR with the webhook in it. */
    static boolean takesCallbacks() {
        return !LACKS.contains("callbacks");
    }

    /** Whether it takes an application's classes when that is deployed; otherwise they are chosen when it is built. */
    static boolean takesClasses() {
        return !LACKS.contains("classes");
    }

    /** Whether it runs portable extensions, of which one looks at the configuration and logs how calls are made. */
    static boolean runsExtensions() {
        return !LACKS.contains("extensions");
    }

    /** Without more than a property of the application. */
    static boolean hasTelemetry() {
        return is("payara") || property("server.platform").contains("MicroProfile 7.1");
    }

    static boolean hasOpenApi() {
        return hasTelemetry();
    }

    static boolean is(String name) {
        return property("arquillian.launch").equals(name);
    }

    /** Whether JAX-RS is Jersey. */
    static boolean hasJersey() {
        return is("payara") || is("helidon");
    }

    /** What its log says by now. */
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
