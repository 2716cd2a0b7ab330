package net.aurpay.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Sends mutated callbacks over HTTP, as bytes. {@code -Daurpay.http.mutations=20000} sends more, {@code -Daurpay.seed}
 * others. Callbacks that are judged wrongly are written to {@code target/findings}: move them to the other findings in
 * {@code src/test/resources}. {@code container-rejections.json} lists what a server rejects itself.
 */
@NeedsCallbacks
@ExtendWith(ArquillianExtension.class)
@Tag("level")
class HostileCallbacksIT {
    private static final long SEED = Long.getLong("aurpay.seed", 20261123L) << 24;
    private static final List<ContainerRejection> LISTED = ContainerRejection.all();

    @ArquillianResource
    URI base;

    @Deployment(testable = false)
    static WebArchive application() {
        return HostileShop.archive().build();
    }

    @Test
    void acceptsUnchangedCallbacksAndNothingElse() throws Exception {
        judge(SEED, Integer.getInteger("aurpay.http.mutations", 2_500));
    }

    @Test
    @Tag("soak")
    void acceptsUnchangedCallbacksAndNothingElseAmongTwentyThousand() throws Exception {
        judge(SEED + 1_000_000, 20_000);
    }

    static List<ContainerRejection> listed() {
        return LISTED;
    }

    @ParameterizedTest
    @MethodSource("listed")
    void serverRejectsListedRequestAsListed(ContainerRejection kind) throws IOException {
        WireCallback callback = HostileShop.changed(kind);

        RawResponse response = send(callback);

        assertThat(kind.request().matcher(callback.request()).find())
                .as("the request matches the pattern")
                .isTrue();
        if (kind.statuses().isEmpty()) {
            assertThat(response.isOurs())
                    .as("the server passes the request on: " + response)
                    .isTrue();
        } else if (!response.isOurs()) {
            assertThat(kind.statuses()).contains(response.status());
        }
    }

    static Stream<Path> findings() throws IOException, URISyntaxException {
        Path folder = Path.of(Objects.requireNonNull(HostileCallbacksIT.class.getResource("findings"))
                .toURI());
        try (Stream<Path> files = Files.list(folder)) {
            return List.copyOf(files.sorted().toList()).stream();
        }
    }

    @ParameterizedTest
    @MethodSource("findings")
    void judgesFindingAsExpected(Path finding) throws IOException {
        WireCallback callback = WireCallback.fromJson(Files.readString(finding));

        HostileOutcome outcome = new HostileOutcome(0, callback, send(callback));

        assertThat(outcome.fault(LISTED)).as(outcome.response().head()).isEmpty();
    }

    private RawResponse send(WireCallback callback) throws IOException {
        try (HostileSender sender = new HostileSender(base)) {
            return sender.send(callback);
        }
    }

    private void judge(long firstSeed, int count) throws Exception {
        ServerLog log = new ServerLog();
        List<String> before = events();
        List<HostileOutcome> outcomes = new HostileRun(base, firstSeed, count).outcomes();
        List<String> fired = events();
        before.forEach(fired::remove);

        List<String> faults = outcomes.stream()
                .filter(outcome -> !outcome.fault(LISTED).isEmpty())
                .peek(HostileOutcome::keep)
                .map(outcome -> outcome.seed() + ": " + outcome.fault(LISTED) + ", "
                        + outcome.response().status())
                .toList();
        assertThat(faults).as("callbacks judged wrongly, see target/findings").isEmpty();
        assertEvents(outcomes, fired);
        assertThat(outcomes.stream().filter(HostileOutcome::isAccepted).count())
                .as("accepted callbacks")
                .isBetween(count / 10L, count / 2L);
        // Not AssertJ's contains, which would print the secret.
        String written = log.now();
        assertThat(HostileShop.secrets().filter(written::contains).count())
                .as("secrets in the log")
                .isZero();
    }

    /**
     * Checks that each accepted callback has fired once for each observer. A callback whose connection broke off
     * without a response may have fired.
     */
    private static void assertEvents(List<HostileOutcome> outcomes, List<String> fired) {
        Map<String, Long> accepted = lines(outcomes, HostileOutcome::isAccepted);
        Map<String, Long> possible = lines(
                outcomes,
                outcome ->
                        outcome.response().status() == 0 && outcome.callback().verdict() == WireDraft.Verdict.EITHER);
        Map<String, Long> counts =
                fired.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));

        assertThat(counts.keySet()).as("no event is missing").containsAll(accepted.keySet());
        counts.forEach((line, times) -> assertThat(times)
                .as("no event too many: " + line)
                .isLessThanOrEqualTo(accepted.getOrDefault(line, 0L) + possible.getOrDefault(line, 0L)));
    }

    /** Counts the expected events of different callbacks: the second delivery of a callback fires nothing. */
    private static Map<String, Long> lines(List<HostileOutcome> outcomes, Predicate<HostileOutcome> wanted) {
        return outcomes.stream()
                .filter(wanted)
                .map(HostileOutcome::callback)
                .distinct()
                .flatMap(callback -> Server.beans().stream().map(bean -> bean + " " + callback.event()))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    private List<String> events() {
        return new Probe(base)
                .get("probe/all-events")
                .body()
                .lines()
                .collect(Collectors.toCollection(java.util.ArrayList::new));
    }
}
