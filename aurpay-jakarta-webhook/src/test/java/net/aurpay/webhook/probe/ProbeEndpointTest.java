package net.aurpay.webhook.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.aurpay.webhook.ProbeReport.Arrival;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProbeEndpointTest {
    private static final String SECRET = "a-callback-secret-of-a-test";
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final List<String> NAMES = List.of("Date", "Callback-Token", "Signature");
    private static final ProbeSeals SEALS = new ProbeSeals("", List.of(SECRET));
    private static final ProbeSeals NORTH = new ProbeSeals("north", List.of(SECRET));
    private static final ProbeSeals OTHERS = new ProbeSeals("", List.of("a-secret-of-somebody-else"));
    private static final ProbeRequest PROBE = new ProbeRequest("0123456789abcdef", NOW);
    private static final String PATH = "/shop/aurpay/callbacks/probe";
    private static final String TARGET = PATH + "?" + ProbeRequest.QUERY;

    private final Map<String, String> headers = new LinkedHashMap<>(PROBE.headers(NAMES));
    private final List<String> claimed = new ArrayList<>();

    @Test
    void ownProbeIsAnsweredWithWhatArrived() {
        headers.remove("Date");
        headers.put("Signature", "other");

        assertThat(arrival(answer(NOW, TARGET + PROBE.ticket(SEALS))))
                .contains(new Arrival(
                        "http",
                        PATH,
                        "reference=a%2Fb%20c%2bd%7Ee%C3%BC&x=%25%41+:&probe=*",
                        Set.of("Callback-Token"),
                        Set.of("Signature")));
    }

    @Test
    void probeWhoseQueryWasRemovedIsRecognisedByItsHeader() {
        headers.put(ProbeRequest.HEADER, PROBE.ticket(SEALS));

        assertThat(arrival(answer(NOW, PATH))).map(Arrival::query).contains("");
    }

    @Test
    void answerDoesNotRepeatTheTicket() {
        String ticket = PROBE.ticket(SEALS);

        assertThat(arrival(answer(NOW, PATH + "?probe=" + ticket + "&x=1")))
                .map(Arrival::query)
                .contains("probe=*&x=1");
    }

    @Test
    void probeIsAnsweredForAMinuteOnly() {
        String target = TARGET + PROBE.ticket(SEALS);

        assertThat(answer(NOW.plus(Duration.ofSeconds(60)), target)).isPresent();
        assertThat(answer(NOW.plus(Duration.ofSeconds(61)), target)).isEmpty();
        assertThat(answer(NOW.minus(Duration.ofSeconds(61)), target)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "%00.x.y", "a.b", ".x.y", ".x.y.z", "north", "/.x.y"})
    void whatIsNoTicketIsNotAnswered(String ticket) {
        assertThat(answer(NOW, TARGET + ticket)).isEmpty();
    }

    @Test
    void forgedProbeIsNotAnswered() {
        assertThat(answer(NOW, TARGET + PROBE.ticket(OTHERS))).isEmpty();
        headers.put(ProbeRequest.HEADER, PROBE.ticket(OTHERS));
        assertThat(answer(NOW, PATH)).isEmpty();
        assertThat(answer(NOW, TARGET + PROBE.ticket(SEALS) + "x")).isEmpty();
    }

    /** Both accounts have the same secret. */
    @Test
    void probeOfOneAccountIsNotThatOfAnother() {
        String sealed = PROBE.ticket(NORTH).substring("north".length());

        assertThat(answer(NOW, TARGET + "north" + sealed)).isPresent();
        assertThat(answer(NOW, TARGET + sealed)).isEmpty();
        assertThat(claimed).containsExactly("north", "");
    }

    /** Otherwise invented names would cost look-ups. */
    @Test
    void accountIsLookedUpOnlyForATicket() {
        answer(NOW, TARGET + "north");
        answer(NOW, "/shop/aurpay/callbacks/north/probe");
        headers.put(ProbeRequest.HEADER, PROBE.ticket(NORTH));
        answer(NOW, TARGET + PROBE.ticket(NORTH));

        assertThat(claimed).containsExactly("north");
    }

    @Test
    void anAnswerIsNoProbeAndAProbeIsNoAnswer() {
        assertThat(SEALS.openRequest(SEALS.answer("x"))).isEmpty();
        assertThat(SEALS.openAnswer(SEALS.request("x"))).isEmpty();
    }

    @Test
    void answerToAnotherProbeIsNotAccepted() {
        String answer = answer(NOW, TARGET + PROBE.ticket(SEALS)).orElseThrow();

        assertThat(AnswerText.arrival(SEALS.openAnswer(answer).orElseThrow(), "another"))
                .isEmpty();
    }

    /** What leaves the application is derived from the secret, and does not contain it. */
    @Test
    void secretIsNeverSentOrShown() {
        String answer = answer(NOW, TARGET + PROBE.ticket(SEALS)).orElseThrow();

        assertThat(PROBE.ticket(SEALS) + SEALS + answer + SEALS.openAnswer(answer) + PROBE.headers(NAMES))
                .doesNotContain(SECRET);
    }

    private Optional<String> answer(Instant now, String target) {
        ProbeRules rules = new ProbeRules("https://shop.example.com/pay", NAMES, () -> now);
        ProbeEndpoint endpoint = new ProbeEndpoint(rules, account -> {
            claimed.add(account);
            return account.isEmpty() ? SEALS : NORTH;
        });
        return endpoint.answer("http", target, name -> Optional.ofNullable(headers.get(name))
                .map(List::of)
                .orElse(List.of()));
    }

    private static Optional<Arrival> arrival(Optional<String> answer) {
        return answer.flatMap(SEALS::openAnswer).flatMap(text -> AnswerText.arrival(text, PROBE.nonce()));
    }
}
