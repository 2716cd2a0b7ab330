package net.aurpay.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RefusalLogTest {
    private final LoggedLines logged = LoggedLines.of(RefusalLog.class);
    private Instant now = Sample.NOW;
    private final RefusalLog log = new RefusalLog(() -> now, new RefusalHint(Set.of()));

    @AfterEach
    void close() {
        logged.close();
    }

    @Test
    void logsOnceAMinuteForEachReason() {
        assertThat(refuse(RefusalReason.TOKEN_WRONG)).isTrue();
        assertThat(refuse(RefusalReason.TOKEN_WRONG)).isFalse();
        assertThat(refuse(RefusalReason.SIGNATURE_WRONG)).isTrue();

        now = now.plusSeconds(59);
        assertThat(refuse(RefusalReason.TOKEN_WRONG)).isFalse();
        now = now.plusSeconds(1);
        assertThat(refuse(RefusalReason.TOKEN_WRONG)).isTrue();
    }

    @Test
    void saysHowManyThereWere() {
        IntStream.range(0, 4).forEach(i -> refuse(RefusalReason.TOKEN_WRONG));
        now = now.plusSeconds(60);
        refuse(RefusalReason.TOKEN_WRONG);

        String hint = "; if they come from Aurpay, aurpay.webhook.token may be wrong";
        assertThat(logged.lines())
                .containsExactly(
                        "refused 1 callback(s), not authentic: TOKEN_WRONG" + hint,
                        "refused 4 callback(s), not authentic: TOKEN_WRONG" + hint);
    }

    @Test
    void logsOneLineOfManyThatComeAtOnce() {
        IntStream.range(0, 10_000).parallel().forEach(i -> refuse(RefusalReason.HEADER_MALFORMED));

        assertThat(logged.lines()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void hintsAtTheDashboardWhereAHeaderIsMissingThatItSwitchesOn(RefusalReason reason) {
        refuse(reason);

        assertThat(logged.lines().get(0).contains("callback authentication may be off"))
                .isEqualTo(reason.name().matches("(TOKEN|API_KEY|SIGNATURE)_MISSING"));
    }

    @Test
    void hintsAtWhatRemovesTheDateOfASignature() {
        refuse(RefusalReason.DATE_MISSING);

        assertThat(logged.lines()).singleElement().asString().contains("in front of this server", "header Date");
    }

    @Test
    void namesTheHeaderThatIsNotAsItShouldBe() {
        log.refused(new CallbackRefusedException(RefusalReason.HEADER_MALFORMED, "header Date"));

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
    void namesTheKeyOfWhatIsWrongAndSaysIfItsValueIsInQuotes(RefusalReason reason, Factor factor, String key) {
        new RefusalLog(() -> now, new RefusalHint(Set.of(factor))).refused(new CallbackRefusedException(reason));
        refuse(reason);

        assertThat(logged.lines().get(0)).contains(key, "begins and ends with a quotation mark");
        assertThat(logged.lines().get(1)).contains(key).doesNotContain("quotation mark");
    }

    /** Or it would be silent until it is later than it ever was. */
    @Test
    void logsAgainWhenTheClockIsSetBack() {
        refuse(RefusalReason.TOKEN_WRONG);
        now = now.minusSeconds(3600);
        assertThat(refuse(RefusalReason.TOKEN_WRONG)).isTrue();
    }

    private boolean refuse(RefusalReason reason) {
        return log.refused(new CallbackRefusedException(reason));
    }
}
