package net.aurpay.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Lets each server probe the public URL of an application after its start, and an application do so when it is asked to. */
@Tag("guide")
@ExtendWith(Shared.class)
class ProbeAtStartIT {
    private static final String ARRIVING = "arriving";
    private static final String SILENT = "silent";

    private final GuidedShop guided;

    ProbeAtStartIT(GuidedShop guided) {
        this.guided = guided;
    }

    /** The public URL of the second application is that of a server which never responds. */
    @Test
    void logSaysWhetherCallbacksArriveAndNoDeploymentWaits() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            String nowhere = "http://localhost:" + silent.getLocalPort() + "/pay";
            Path arriving = guided.probing(ARRIVING, guided.server().application(ARRIVING) + "aurpay/callbacks");
            Path unanswered = guided.probing(SILENT, nowhere);

            guided.server().add(arriving);
            guided.server().add(unanswered);
            assertThat(lines(nowhere))
                    .as("the application responds before it is probed")
                    .isEmpty();

            assertThat(new Probe(guided.server().application(ARRIVING))
                            .get("probe/public-url")
                            .body())
                    .startsWith("OK, a request from here to <")
                    .contains("does not prove that Aurpay gets through");
            ShopProbe.await(
                    "both probes",
                    () -> lines("/arriving/").size() == 1 && lines(nowhere).size() == 1);
            assertThat(messages()).containsPattern(line("INFO", "OK, a request from here to <"));
            assertThat(messages()).containsPattern(line("WARN", "TIMED_OUT, <" + nowhere));
            guided.server().remove(arriving);
            guided.server().remove(unanswered);
        }
    }

    /** Open Liberty writes a letter instead of the level. Payara writes the message below its level. */
    private static Pattern line(String level, String text) {
        return Pattern.compile("(" + level + "[^\n]*\n?\\s*|" + level.charAt(0) + " )"
                + Pattern.quote("probe of the public URL: " + text));
    }

    private List<String> lines(String url) {
        return messages()
                .lines()
                .filter(line -> line.contains("probe of the public URL: ") && line.contains(url))
                .toList();
    }

    private String messages() {
        try {
            return Files.readString(guided.server().messages());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
