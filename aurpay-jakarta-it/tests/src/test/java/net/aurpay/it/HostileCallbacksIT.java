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
 * Mutated callbacks over HTTP, as bytes. {@code -Daurpay.http.mutations=20000} for more, {@code -Daurpay.seed} for
 * others; what is found is written to {@code target/findings}, and belongs into {@code src/test/resources} beside the
 * others. What a server answers by itself is listed in {@code container-refusals.json}.
 */
@NeedsCallbacks
@ExtendWith(ArquillianExtension.class)
class HostileCallbacksIT {
    private static final long SEED = Long.getLong("aurpay.seed", 20261123L) << 24;
    private static final List<ContainerRefusal> LISTED = ContainerRefusal.all();

    @ArquillianResource
    URI base;

    @Deployment(testable = false)
    static WebArchive application() {
        return HostileShop.archive().build();
    }

    @Test
    void believesWhatIsUntouchedAndNothingElse() throws Exception {
        judge(SEED, Integer.getInteger("aurpay.http.mutations", 2_500));
    }

    @Test
    @Tag("soak")
    void believesWhatIsUntouchedAndNothingElseAmongTwentyThousand() throws Exception {
        judge(SEED + 1_000_000, 20_000);
    }

    static List<ContainerRefusal> listed() {
        return LISTED;
    }

    @ParameterizedTest
    @MethodSource("listed")
    void serverAnswersListedRequestByItselfAsListed(ContainerRefusal kind) throws IOException {
        WireCallback callback = HostileShop.changed(kind);

        RawAnswer answer = send(callback);

        assertThat(kind.request().matcher(callback.request()).find())
                .as("fits the pattern")
                .isTrue();
        if (kind.statuses().isEmpty()) {
            assertThat(answer.isOurs()).as("passed on: " + answer).isTrue();
        } else if (!answer.isOurs()) {
            assertThat(kind.statuses()).contains(answer.status());
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
    void judgesFindingAsItMust(Path finding) throws IOException {
        WireCallback callback = WireCallback.fromJson(Files.readString(finding));

        HostileOutcome outcome = new HostileOutcome(0, callback, send(callback));

        assertThat(outcome.fault(LISTED)).as(outcome.answer().head()).isEmpty();
    }

    private RawAnswer send(WireCallback callback) throws IOException {
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
                        + outcome.answer().status())
                .toList();
        assertThat(faults).as("findings, see target/findings").isEmpty();
        assertEvents(outcomes, fired);
        assertThat(outcomes.stream().filter(HostileOutcome::isAccepted).count())
                .as("valid ones mixed in")
                .isBetween(count / 10L, count / 2L);
        // not by AssertJ's contains, which would print it
        String written = log.now();
        assertThat(HostileShop.secrets().filter(written::contains).count())
                .as("secrets in the log")
                .isZero();
    }

    /** Each accepted callback fired once for each observer; those that were cut off without an answer may have. */
    private static void assertEvents(List<HostileOutcome> outcomes, List<String> fired) {
        Map<String, Long> accepted = lines(outcomes, HostileOutcome::isAccepted);
        Map<String, Long> possible = lines(
                outcomes,
                outcome -> outcome.answer().status() == 0 && outcome.callback().verdict() == WireDraft.Verdict.EITHER);
        Map<String, Long> counts =
                fired.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));

        assertThat(counts.keySet()).as("none missing").containsAll(accepted.keySet());
        counts.forEach((line, times) -> assertThat(times)
                .as("none too many: " + line)
                .isLessThanOrEqualTo(accepted.getOrDefault(line, 0L) + possible.getOrDefault(line, 0L)));
    }

    /** Of different callbacks: the second delivery of the same one fires nothing. */
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
