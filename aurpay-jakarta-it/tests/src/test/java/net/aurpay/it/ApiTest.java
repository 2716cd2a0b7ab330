package net.aurpay.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Checks that the libraries' public API is what {@code docs/api.txt} says, so that a change of the API is visible as a
 * change of that file, even before there is a release to compare with. {@code -Dtest=ApiTest -Daurpay.api=write} writes
 * the file anew.
 */
class ApiTest {
    private static final Path WRITTEN = Path.of("../docs/api.txt");

    /** The packages that are API according to their {@code package-info}. */
    private static final List<Path> CLIENT = List.of(Path.of("net/aurpay/client"));

    private static final List<Path> WEBHOOK = List.of(
            Path.of("net/aurpay/webhook"),
            Path.of("net/aurpay/webhook/testing"),
            Path.of("net/aurpay/webhook/verification"));

    private static final List<Path> SANDBOX = List.of(Path.of("net/aurpay/sandbox"));

    @Test
    void publicTypesAreThoseInTheFile() throws IOException {
        String api = api("../../aurpay-jakarta-client", CLIENT)
                + api("../../aurpay-jakarta-webhook", WEBHOOK)
                + api("../sandbox", SANDBOX);
        if ("write".equals(System.getProperty("aurpay.api"))) {
            Files.writeString(WRITTEN, api);
        }

        assertThat(WRITTEN).hasContent(api);
    }

    private static String api(String module, List<Path> packages) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("-protected"));
        for (Path types : packages) {
            try (Stream<Path> files =
                    Files.list(Path.of(module, "target/classes").resolve(types))) {
                files.map(Path::toString)
                        .filter(file -> file.endsWith(".class") && !file.endsWith("package-info.class"))
                        .sorted()
                        .forEach(arguments::add);
            }
        }
        StringWriter printed = new StringWriter();
        PrintWriter out = new PrintWriter(printed);
        assertThat(ToolProvider.findFirst("javap").orElseThrow().run(out, out, arguments.toArray(String[]::new)))
                .isZero();
        return Pattern.compile("Compiled from .*\\R")
                .splitAsStream(printed.toString())
                .filter(type -> type.startsWith("public"))
                .collect(Collectors.joining());
    }
}
