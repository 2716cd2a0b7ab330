package net.aurpay.webhook.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import net.aurpay.webhook.Sample;
import net.aurpay.webhook.mutation.MutatedCallback;
import net.aurpay.webhook.mutation.MutationRules;
import net.aurpay.webhook.mutation.Mutations;
import net.aurpay.webhook.mutation.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs mutated callbacks against the verifier. {@code -Daurpay.mutations=1000000} runs more, and {@code -Daurpay.seed}
 * runs others. Findings are written to {@code target/findings}; move them to {@code src/test/resources}.
 */
class MutationTest {
    private static final MutationRules RULES = new MutationRules(
            List.of(Sample.BASE, "https://old.example.com/hooks"),
            List.of(Sample.TOKEN, "new-token"),
            List.of(Sample.SECRET, "new-secret"),
            Sample.API_KEY,
            Sample.NOW,
            Duration.ofMinutes(5),
            Duration.ofDays(1));

    private final CallbackVerifier verifier = verifier();

    @Test
    void verifierAgreesWithTheOracle() throws IOException {
        int count = Integer.getInteger("aurpay.mutations", 100_000);
        long seed = Long.getLong("aurpay.seed", 20261123L) << 24;
        int believed = 0;
        int found = 0;
        for (int i = 0; i < count; i++) {
            MutatedCallback callback = Mutations.of(RULES, Reading.EXACT, seed + i);
            if (!outcome(callback).equals(expected(callback))) {
                found++;
                keep(callback, seed + i);
            }
            believed += callback.believed() ? 1 : 0;
        }
        assertThat(found).as("findings, see target/findings").isZero();
        assertThat(believed).as("valid callbacks among them").isBetween(count / 10, count / 2);
    }

    static Stream<Path> findings() throws IOException, URISyntaxException {
        Path folder = Path.of(Objects.requireNonNull(MutationTest.class.getResource("findings"))
                .toURI());
        try (Stream<Path> files = Files.list(folder)) {
            return List.copyOf(files.sorted().toList()).stream();
        }
    }

    @ParameterizedTest
    @MethodSource("findings")
    void verifierAgreesWithEachFinding(Path finding) throws IOException {
        MutatedCallback callback = MutatedCallback.fromJson(Files.readString(finding));
        assertThat(outcome(callback)).isEqualTo(expected(callback));
    }

    private static CallbackVerifier verifier() {
        CallbackVerifierBuilder builder =
                CallbackVerifier.builder().apiKey(RULES.apiKey()).clock(Sample.CLOCK);
        RULES.bases().forEach(builder::url);
        RULES.tokens().forEach(builder::token);
        RULES.secrets().forEach(builder::secret);
        return builder.build();
    }

    private static String expected(MutatedCallback callback) {
        return callback.believed() ? "believed" : "rejected";
    }

    /**
     * Any other exception is a finding, too: a user's own endpoint would answer it with the error page of the server.
     */
    private String outcome(MutatedCallback callback) {
        try {
            verifier.verify(callback.urlSuffix(), callback.headers()::get);
            return "believed";
        } catch (CallbackRejectedException e) {
            return "rejected";
        } catch (RuntimeException e) {
            return e.toString();
        }
    }

    private static void keep(MutatedCallback callback, long seed) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "findings"));
        Files.writeString(folder.resolve(seed + ".json"), callback.toJson());
    }
}
