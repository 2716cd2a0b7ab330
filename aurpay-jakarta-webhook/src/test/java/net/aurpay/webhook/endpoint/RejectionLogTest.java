package net.aurpay.webhook.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import java.util.stream.IntStream;
import net.aurpay.webhook.Sample;
import net.aurpay.webhook.verification.AuthenticationFactor;
import net.aurpay.webhook.verification.CallbackRejectedException;
import net.aurpay.webhook.verification.RejectionReason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RejectionLogTest {
    private static final RejectionHint NO_HINT = new RejectionHint("", Set.of());

    private final LoggedLines logged = LoggedLines.of(RejectionLog.class);
    private Instant now = Sample.NOW;
    private final RejectionLog log = new RejectionLog(() -> now);

    @AfterEach
    void close() {
        logged.close();
    }

    @Test
    void logsOnceAMinuteForEachReason() {
        assertThat(reject(RejectionReason.TOKEN_WRONG)).isTrue();
        assertThat(reject(RejectionReason.TOKEN_WRONG)).isFalse();
        assertThat(reject(RejectionReason.SIGNATURE_WRONG)).isTrue();

        now = now.plusSeconds(59);
        assertThat(reject(RejectionReason.TOKEN_WRONG)).isFalse();
        now = now.plusSeconds(1);
        assertThat(reject(RejectionReason.TOKEN_WRONG)).isTrue();
    }

    @Test
    void logsHowManyCallbacksWereRejected() {
        IntStream.range(0, 4).forEach(i -> reject(RejectionReason.TOKEN_WRONG));
        now = now.plusSeconds(60);
        reject(RejectionReason.TOKEN_WRONG);

        String hint = "; if they come from Aurpay, aurpay.webhook.token may be wrong";
        assertThat(logged.lines())
                .containsExactly(
                        "rejected 1 callback(s), not authentic: TOKEN_WRONG" + hint,
                        "rejected 4 callback(s), not authentic: TOKEN_WRONG" + hint);
    }

    @Test
    void logsOneLineForManyRejectionsAtOnce() {
        IntStream.range(0, 10_000).parallel().forEach(i -> reject(RejectionReason.HEADER_MALFORMED));

        assertThat(logged.lines()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void hintsAtTheDashboardIfAHeaderThatItSwitchesOnIsMissing(RejectionReason reason) {
        reject(reason);

        assertThat(logged.lines().get(0).contains("callback authentication may be off"))
                .isEqualTo(reason.name().matches("(TOKEN|API_KEY|SIGNATURE)_MISSING"));
    }

    @Test
    void hintsThatSomethingInFrontOfTheServerRemovesTheDate() {
        reject(RejectionReason.DATE_MISSING);

        assertThat(logged.lines()).singleElement().asString().contains("in front of this server", "header Date");
    }

    @Test
    void namesTheMalformedHeader() {
        log.rejected(new CallbackRejectedException(RejectionReason.HEADER_MALFORMED, "header Date"), NO_HINT);

        assertThat(logged.lines())
                .singleElement()
                .asString()
                .contains("HEADER_MALFORMED, header Date; ", "in front of this server");
    }

    @ParameterizedTest
    @CsvSource({
        "TOKEN_WRONG, TOKEN, aurpay.webhook.token",
        "API_KEY_WRONG, API_KEY, aurpay.webhook.api-key",
        "SIGNATURE_WRONG, SIGNATURE, aurpay.webhook.secret"
    })
    void namesTheKeyOfTheWrongFactorAndSaysIfItsValueIsInQuotes(
            RejectionReason reason, AuthenticationFactor factor, String key) {
        new RejectionLog(() -> now)
                .rejected(new CallbackRejectedException(reason), new RejectionHint("", Set.of(factor)));
        reject(reason);

        assertThat(logged.lines().get(0)).contains(key, "begins and ends with a quotation mark");
        assertThat(logged.lines().get(1)).contains(key).doesNotContain("quotation mark");
    }

    /** Otherwise nothing would be logged until the clock has passed the time at which it was set back. */
    @Test
    void logsAgainWhenTheClockIsSetBack() {
        reject(RejectionReason.TOKEN_WRONG);
        now = now.minusSeconds(3600);
        assertThat(reject(RejectionReason.TOKEN_WRONG)).isTrue();
    }

    private boolean reject(RejectionReason reason) {
        return log.rejected(new CallbackRejectedException(reason), NO_HINT);
    }
}
