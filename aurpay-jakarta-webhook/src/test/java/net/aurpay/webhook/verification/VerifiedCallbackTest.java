package net.aurpay.webhook.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.aurpay.webhook.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerifiedCallbackTest {
    @Test
    void decodesEveryParameterInTheOrderOfTheUrl() {
        Map<String, List<String>> parameters =
                of("?b=2&a=%C3%BC+1&b=&lone&=unnamed&c=100%").parameters();

        assertThat(parameters)
                .containsExactly(
                        Map.entry("b", List.of("2", "")),
                        Map.entry("a", List.of("ü 1")),
                        Map.entry("lone", List.of("")),
                        Map.entry("", List.of("unnamed")),
                        Map.entry("c", List.of("100%")));
    }

    @Test
    void parametersCannotBeChanged() {
        List<String> values = Objects.requireNonNull(of("?a=1").parameters().get("a"));

        assertThatThrownBy(() -> values.add("2")).isInstanceOf(UnsupportedOperationException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?", "/succeeded;reference=1&payment=2"})
    void hasNoParameterWithoutAQuery(String urlSuffix) {
        assertThat(of(urlSuffix).parameters()).isEmpty();
        assertThat(of(urlSuffix).reference()).isEmpty();
        assertThat(of(urlSuffix).readableReference()).isEmpty();
        assertThat(of(urlSuffix).paymentId()).isEmpty();
    }

    @Test
    void readsATextThatIsOnlyAQuery() {
        assertThat(new VerifiedCallback("?reference=7", Sample.NOW, true).reference())
                .isEqualTo("7");
    }

    @Test
    void ignoresReferenceAndPaymentThatOccurTwice() {
        VerifiedCallback twice =
                of("?reference=1&reference=2&payment=" + Sample.PAYMENT + "&payment=" + Sample.PAYMENT);

        assertThat(twice.reference()).isEmpty();
        assertThat(twice.readableReference()).isEmpty();
        assertThat(twice.paymentId()).isEmpty();
        assertThat(QueryParameters.raw(twice.url(), "payment")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0123456789ABCDEF0123456789ABCDEF",
                "0123456789abcdef0123456789abcde",
                "%30123456789abcdef0123456789abcd"
            })
    void ignoresAPaymentIdOfAnotherForm(String id) {
        assertThat(of("?payment=" + id).paymentId()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "A%2F1, A/1",
        "%C3%BC%E2%82%AC%20%F0%9F%98%80, ü€ 😀",
        "A%0AB%00C%7F, A%0AB%00C%7F",
        "A%E2%80%A8B%E2%80%AEC, A%E2%80%A8B%E2%80%AEC"
    })
    void showsTheReferenceDecodedButWithoutLineBreaks(String raw, String shown) {
        assertThat(of("?reference=" + raw).readableReference()).isEqualTo(shown);
    }

    @Test
    void truncatesAReadableReferenceToTheWidthOfItsColumn() {
        assertThat(of("?reference=" + "r".repeat(601)).readableReference()).isEqualTo("r".repeat(600));
        assertThat(of("?reference=" + "%C3%BC".repeat(301)).readableReference()).isEqualTo("ü".repeat(300));
        assertThat(ReadableText.ascii("aü")).isEqualTo("a%C3%BC");
    }

    private static VerifiedCallback of(String urlSuffix) {
        return new VerifiedCallback(Sample.BASE + urlSuffix, Sample.NOW, true);
    }
}
