package net.aurpay.webhook.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.aurpay.webhook.ProbeReport.Arrival;
import org.junit.jupiter.api.Test;

class ProbeEndpointTest {
    private static final String SECRET = "a-callback-secret-of-a-test";
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final ProbeSeals SEALS = new ProbeSeals(List.of(SECRET));
    private static final ProbeRequest PROBE = new ProbeRequest("0123456789abcdef", NOW);
    private static final String TARGET = "/shop/aurpay/callbacks/probe?";

    private final Map<String, String> headers = new LinkedHashMap<>(PROBE.headers());

    @Test
    void ownProbeIsAnsweredWithWhatArrived() {
        headers.remove("Date");
        headers.put("Signature", "other");

        assertThat(arrival(answer(NOW, TARGET + ProbeRequest.QUERY + PROBE.sealed(SEALS))))
                .contains(new Arrival(
                        "http",
                        "/shop/aurpay/callbacks/probe",
                        "reference=a%2Fb%20c%2bd%7Ee%C3%BC&x=%25%41+:",
                        Set.of("Callback-Token"),
                        Set.of("Signature")));
    }

    @Test
    void probeWhoseQueryWasRemovedIsRecognisedByItsHeader() {
        headers.put(ProbeRequest.HEADER, PROBE.sealed(SEALS));

        assertThat(arrival(answer(NOW, "/shop/aurpay/callbacks/probe")))
                .map(Arrival::query)
                .contains("");
    }

    @Test
    void probeIsAnsweredForAMinuteOnly() {
        String target = TARGET + ProbeRequest.QUERY + PROBE.sealed(SEALS);

        assertThat(answer(NOW.plus(Duration.ofSeconds(60)), target)).isPresent();
        assertThat(answer(NOW.plus(Duration.ofSeconds(61)), target)).isEmpty();
        assertThat(answer(NOW.minus(Duration.ofSeconds(61)), target)).isEmpty();
    }

    @Test
    void forgedProbeIsNotAnswered() {
        String others = PROBE.sealed(new ProbeSeals(List.of("a-secret-of-somebody-else")));

        assertThat(answer(NOW, TARGET + ProbeRequest.QUERY + others)).isEmpty();
        assertThat(answer(NOW, TARGET)).isEmpty();
        assertThat(answer(NOW, TARGET + ProbeRequest.QUERY + "%00.x")).isEmpty();
    }

    @Test
    void anAnswerIsNoProbeAndAProbeIsNoAnswer() {
        assertThat(SEALS.openRequest(SEALS.answer("x"))).isEmpty();
        assertThat(SEALS.openAnswer(SEALS.request("x"))).isEmpty();
    }

    @Test
    void answerToAnotherProbeIsNotAccepted() {
        String answer =
                answer(NOW, TARGET + ProbeRequest.QUERY + PROBE.sealed(SEALS)).orElseThrow();

        assertThat(AnswerText.arrival(SEALS.openAnswer(answer).orElseThrow(), "another"))
                .isEmpty();
    }

    private Optional<String> answer(Instant now, String target) {
        return new ProbeEndpoint(SEALS, () -> now).answer("http", target, name -> Optional.ofNullable(headers.get(name))
                .map(List::of)
                .orElse(List.of()));
    }

    private static Optional<Arrival> arrival(Optional<String> answer) {
        return answer.flatMap(SEALS::openAnswer).flatMap(text -> AnswerText.arrival(text, PROBE.nonce()));
    }
}
