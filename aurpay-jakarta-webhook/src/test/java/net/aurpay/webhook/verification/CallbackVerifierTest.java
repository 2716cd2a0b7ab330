package net.aurpay.webhook.verification;

import static net.aurpay.webhook.verification.RejectionReason.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import net.aurpay.webhook.Sample;
import net.aurpay.webhook.testing.SignedCallback;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallbackVerifierTest {
    private static final SignedCallback GOOD = Sample.signed(Sample.PAID);

    @Test
    void acceptsSignedCallbackAndThenDecodesItsQuery() throws CallbackRejectedException {
        VerifiedCallback callback = Sample.verifier().build().verify(Sample.PAID, Sample.headers(GOOD));

        assertThat(callback.url()).isEqualTo(Sample.BASE + Sample.PAID);
        assertThat(callback.date()).isEqualTo(Sample.NOW);
        assertThat(callback.signed()).isTrue();
        assertThat(callback.reference()).isEqualTo("A/1");
        assertThat(callback.paymentId()).contains(Sample.PAYMENT);
        assertThat(callback.parameters()).containsOnlyKeys("reference", "payment");
    }

    static Stream<Arguments> changes() {
        String signature = String.valueOf(GOOD.headers().get("Signature"));
        return Stream.of(
                change("no token", TOKEN_MISSING, h -> without(h, "Callback-Token")),
                change("no signature", SIGNATURE_MISSING, h -> without(h, "Signature")),
                change("no date", DATE_MISSING, h -> without(h, "Date")),
                change("no headers", TOKEN_MISSING, h -> Map.of()),
                change("other token", TOKEN_WRONG, h -> with(h, "Callback-Token", "EEB0C8EEB1B6C7D8")),
                change("part of the token", TOKEN_WRONG, h -> with(h, "Callback-Token", "EEB0C8EEB1B6C7D")),
                change("token and more", TOKEN_WRONG, h -> with(h, "Callback-Token", Sample.TOKEN + "0")),
                change("token in lower case", TOKEN_WRONG, h -> with(h, "Callback-Token", "eeb0c8eeb1b6c7d9")),
                change(
                        "joined tokens",
                        HEADER_MALFORMED,
                        h -> with(h, "Callback-Token", Sample.TOKEN + ", " + Sample.TOKEN)),
                change("other signature", SIGNATURE_WRONG, h -> with(h, "Signature", "A".repeat(43) + "=")),
                change("no padding", SIGNATURE_WRONG, h -> with(h, "Signature", signature.substring(0, 43))),
                change("loose trailing bits", SIGNATURE_WRONG, h -> with(h, "Signature", looseBits(signature))),
                change("short signature", SIGNATURE_WRONG, h -> with(h, "Signature", "AAAA")),
                change("long signature", HEADER_MALFORMED, h -> with(h, "Signature", signature + "=")),
                change("line break in signature", HEADER_MALFORMED, h -> with(h, "Signature", signature + "\n")),
                change("blank before signature", HEADER_MALFORMED, h -> with(h, "Signature", " " + signature)),
                change("other date", SIGNATURE_WRONG, h -> with(h, "Date", "2026-11-23T12:00:01Z")),
                change("same date, other text", SIGNATURE_WRONG, h -> with(h, "Date", "2026-11-23T12:00:00.0Z")),
                change("empty token", HEADER_MALFORMED, h -> with(h, "Callback-Token", "")),
                change("empty signature", HEADER_MALFORMED, h -> with(h, "Signature", "")),
                change("empty date", HEADER_MALFORMED, h -> with(h, "Date", "")),
                change("long token", HEADER_MALFORMED, h -> with(h, "Callback-Token", "E".repeat(513))),
                change("long date", HEADER_MALFORMED, h -> with(h, "Date", "2".repeat(41))),
                change(
                        "letter that looks like one of the token",
                        HEADER_MALFORMED,
                        h -> with(h, "Callback-Token", "\u0395EB0C8EEB1B6C7D9")),
                change("control character", HEADER_MALFORMED, h -> with(h, "Date", "2026-11-23T12:00:00Z\0")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void rejectsChangedHeader(String name, RejectionReason reason, UnaryOperator<Map<String, String>> change) {
        assertThat(rejection(Sample.PAID, Sample.lists(change.apply(GOOD.headers()))))
                .isEqualTo(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Callback-Token", "Date", "Signature"})
    void rejectsDuplicatedHeaderEvenIfBothValuesAreCorrect(String name) {
        Function<String, @Nullable List<String>> good = Sample.headers(GOOD);

        assertThat(rejection(Sample.PAID, header -> {
                    List<String> values = good.apply(header);
                    return values != null && header.equals(name) ? List.of(values.get(0), values.get(0)) : values;
                }))
                .isEqualTo(HEADER_DUPLICATED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/timed-out?reference=A%2F1&payment=" + Sample.PAYMENT,
                "/succeeded?reference=A/1&payment=" + Sample.PAYMENT,
                "/succeeded?reference=A%2f1&payment=" + Sample.PAYMENT,
                "/succeeded?payment=" + Sample.PAYMENT + "&reference=A%2F1",
                "/succeeded/?reference=A%2F1&payment=" + Sample.PAYMENT,
                "/succeeded?reference=A%2F1&payment=" + Sample.PAYMENT + "&",
                "/succeeded",
                ""
            })
    void rejectsOtherUrl(String urlSuffix) {
        assertThat(rejection(urlSuffix, Sample.headers(GOOD))).isEqualTo(SIGNATURE_WRONG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/succeeded?reference=\u00fc", "/succeeded?reference=a b", "/succeeded?\0"})
    void rejectsMalformedUrl(String urlSuffix) {
        assertThat(rejection(urlSuffix, Sample.headers(GOOD))).isEqualTo(URL_MALFORMED);
        assertThat(rejection("/" + "a".repeat(CallbackVerifier.MAX_URL), Sample.headers(GOOD)))
                .isEqualTo(URL_MALFORMED);
    }

    @Test
    void acceptsDatesWithinToleranceAndMaxAgeToTheSecond() throws CallbackRejectedException {
        CallbackVerifier verifier = Sample.verifier().build();
        for (Duration offset : List.of(Duration.ofMinutes(5), Duration.ofDays(-1))) {
            SignedCallback callback = GOOD.withDate(Sample.NOW.plus(offset));
            assertThat(verifier.verify(Sample.PAID, Sample.headers(callback)).date())
                    .isEqualTo(Sample.NOW.plus(offset));
        }
    }

    @Test
    void rejectsCallbackDatedAheadOfTolerance() {
        SignedCallback callback =
                GOOD.withDate(Sample.NOW.plus(Duration.ofMinutes(5)).plusMillis(1));
        assertThat(rejection(Sample.PAID, Sample.headers(callback))).isEqualTo(DATE_AHEAD);
    }

    @Test
    void saysHowFarADateIsOffAndWhatIsAllowed() {
        CallbackRejectedException ahead =
                rejected(Sample.PAID, Sample.headers(GOOD.withDate(Sample.NOW.plus(Duration.ofMinutes(20)))));
        CallbackRejectedException stale =
                rejected(Sample.PAID, Sample.headers(GOOD.withDate(Sample.NOW.minus(Duration.ofDays(2)))));

        assertThat(ahead)
                .hasMessage("callback rejected: DATE_AHEAD, dated <2026-11-23T12:20:00Z>, PT20M ahead of this server's"
                        + " clock, the tolerance is PT5M");
        assertThat(ahead.signedDate()).contains(Sample.NOW.plus(Duration.ofMinutes(20)));
        assertThat(stale)
                .hasMessage("callback rejected: DATE_STALE, dated <2026-11-21T12:00:00Z>, PT48H old, the maximal age is"
                        + " PT24H");
        assertThat(stale.signedDate()).contains(Sample.NOW.minus(Duration.ofDays(2)));
    }

    @Test
    void saysWhichHeaderIsMalformed() {
        Map<String, String> rewritten = with(GOOD.headers(), "Date", "Mon, 23 Nov 2026 12:00:00 GMT");

        assertThat(rejected(Sample.PAID, Sample.lists(rewritten)))
                .hasMessage("callback rejected: HEADER_MALFORMED, header Date");
    }

    @Test
    void namesFactorsWithAValueInQuotes() {
        assertThat(Sample.verifier().build().quoted()).isEmpty();
        assertThat(Sample.verifier()
                        .token("\"t\"")
                        .secret("'s'")
                        .apiKey("\"k'")
                        .build()
                        .quoted())
                .containsExactlyInAnyOrder(AuthenticationFactor.TOKEN, AuthenticationFactor.SIGNATURE);
        for (String quoted : List.of("\"t\"", "'t'")) {
            assertThat(Sample.verifier().token(quoted).build().quoted()).containsExactly(AuthenticationFactor.TOKEN);
        }
        for (String plain : List.of("\"", "'", "\"t'", "'t\"", "\"t", "t\"", "tot")) {
            assertThat(Sample.verifier().token(plain).build().quoted()).isEmpty();
        }
    }

    @Test
    void rejectsCallbackOlderThanMaxAgeButReportsItAsAuthentic() {
        SignedCallback callback =
                GOOD.withDate(Sample.NOW.minus(Duration.ofDays(1)).minusMillis(1));
        CallbackRejectedException rejected = rejected(Sample.PAID, Sample.headers(callback));

        assertThat(rejected.reason()).isEqualTo(DATE_STALE);
        assertThat(rejected.signedUrl()).contains(Sample.BASE + Sample.PAID);
    }

    @Test
    void readsDateOnlyAfterVerifyingTheSignature() {
        Map<String, String> forged = with(GOOD.headers(), "Date", "1999-01-01T00:00:00Z");
        CallbackRejectedException rejected = rejected(Sample.PAID, Sample.lists(forged));

        assertThat(rejected.reason()).isEqualTo(SIGNATURE_WRONG);
        assertThat(rejected.signedUrl()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23, 9999-99-99",
        "2026-11-23T12:00:00, 9999-99-99A99:99:99",
        "'Mon,23Nov2026', 'Aaa,99Aaa9999'",
        "1732363200, 9999999999",
        "-999999999999Z, -999999999999A",
        "2026-03-01T12:29:59+31:00, 9999-99-99A99:99:99+99:99"
    })
    void rejectsSignedTextThatIsNotADateAndDescribesItsForm(String date, String form) {
        CallbackRejectedException rejected = rejected(Sample.PAID, Sample.headers(GOOD.withDate(date)));

        assertThat(rejected).hasMessage("callback rejected: DATE_UNREADABLE, of the form <" + form + ">");
        assertThat(rejected.signedUrl()).isPresent();
        assertThat(rejected.signedDate()).isEmpty();
    }

    @Test
    void acceptsOldAndNewSecretsDuringRotation() throws CallbackRejectedException {
        CallbackVerifier verifier =
                Sample.verifier().token("new-token").secret("new-secret").build();

        for (String token : List.of(Sample.TOKEN, "new-token")) {
            for (String secret : List.of(Sample.SECRET, "new-secret")) {
                SignedCallback callback = GOOD.signedWith(token, secret);
                assertThat(verifier.verify(Sample.PAID, Sample.headers(callback))
                                .signed())
                        .isTrue();
            }
        }
    }

    @Test
    void acceptsOldAndNewApiKeysDuringRotation() throws CallbackRejectedException {
        CallbackVerifier verifier = Sample.verifier()
                .apiKey(Sample.API_KEY)
                .apiKey("new-key")
                .require(Set.of(AuthenticationFactor.API_KEY, AuthenticationFactor.SIGNATURE))
                .build();

        for (String key : List.of(Sample.API_KEY, "new-key")) {
            assertThat(verifier.verify(Sample.PAID, Sample.headers(GOOD.withApiKey(key)))
                            .signed())
                    .isTrue();
        }
        assertThat(rejected(verifier, Sample.PAID, Sample.headers(GOOD.withApiKey("retired")))
                        .reason())
                .isEqualTo(API_KEY_WRONG);
    }

    /** The response time must not tell which secret or which URL was the correct one. */
    @Test
    void triesEverySecretAndUrlEvenAfterTheCorrectOne() throws CallbackRejectedException {
        Function<String, @Nullable List<String>> signed = Sample.headers(GOOD);
        try (HardwareProvider hardware = HardwareProvider.install()) {
            CallbackVerifier verifier = Sample.verifier()
                    .secret("new-secret")
                    .url("https://old.example.com/hooks")
                    .build();
            verifier.verify(Sample.PAID, signed);
            assertThat(hardware.signed()).isEqualTo(4);
        }
    }

    @Test
    void acceptsAllConfiguredUrls() throws CallbackRejectedException {
        CallbackVerifier verifier =
                Sample.verifier().url("https://old.example.com/hooks").build();
        SignedCallback old = SignedCallback.of(java.net.URI.create("https://old.example.com/hooks" + Sample.PAID))
                .signedWith(Sample.TOKEN, Sample.SECRET)
                .withDate(Sample.NOW);

        assertThat(verifier.verify(Sample.PAID, Sample.headers(old)).url()).startsWith("https://old.example.com/");
        assertThat(verifier.verify(Sample.PAID, Sample.headers(GOOD)).url()).startsWith(Sample.BASE);
    }

    @Test
    void checksConfiguredFactorEvenIfItIsNotRequired() throws CallbackRejectedException {
        CallbackVerifier verifier = Sample.verifier().apiKey(Sample.API_KEY).build();

        assertThat(verifier.verify(Sample.PAID, Sample.headers(GOOD)).signed()).isTrue();
        assertThat(verifier.verify(Sample.PAID, Sample.headers(GOOD.withApiKey(Sample.API_KEY)))
                        .signed())
                .isTrue();
        assertThat(rejected(verifier, Sample.PAID, Sample.headers(GOOD.withApiKey("other")))
                        .reason())
                .isEqualTo(API_KEY_WRONG);
    }

    @Test
    void ignoresHeaderOfFactorWithoutValue() throws CallbackRejectedException {
        assertThat(Sample.verifier()
                        .build()
                        .verify(Sample.PAID, Sample.headers(GOOD.withApiKey("whatever")))
                        .signed())
                .isTrue();
        CallbackVerifier withoutSecret = CallbackVerifier.builder()
                .url(Sample.BASE)
                .token(Sample.TOKEN)
                .require(Set.of(AuthenticationFactor.TOKEN))
                .build();
        assertThat(withoutSecret.verify(Sample.PAID, Sample.headers(GOOD)).signed())
                .isFalse();
    }

    @Test
    void requiresApiKeyIfConfigured() {
        CallbackVerifier verifier = Sample.verifier()
                .apiKey(Sample.API_KEY)
                .require(Set.of(AuthenticationFactor.API_KEY, AuthenticationFactor.SIGNATURE))
                .build();
        assertThat(rejected(verifier, Sample.PAID, Sample.headers(GOOD)).reason())
                .isEqualTo(API_KEY_MISSING);
    }

    @Test
    void checksSignatureThatIsNotRequiredAndDatesUnsignedCallbackByItsArrival() throws CallbackRejectedException {
        CallbackVerifier verifier =
                Sample.verifier().require(Set.of(AuthenticationFactor.TOKEN)).build();
        Map<String, String> tokenOnly = Map.of("Callback-Token", Sample.TOKEN, "Date", "Mon, 23 Nov 2026 12:00:00 GMT");

        VerifiedCallback callback = verifier.verify(Sample.PAID, Sample.lists(tokenOnly));
        assertThat(callback.signed()).isFalse();
        assertThat(callback.date()).isEqualTo(Sample.NOW);
        assertThat(rejected(verifier, Sample.TIMED_OUT, Sample.headers(GOOD)).reason())
                .isEqualTo(SIGNATURE_WRONG);
    }

    @Test
    void rejectsConfigurationThatCannotAuthenticateCallbacks() {
        assertThatThrownBy(
                        () -> CallbackVerifier.builder().token("t").secret("s").build())
                .hasMessageContaining("url");
        assertThatThrownBy(() ->
                        CallbackVerifier.builder().url(Sample.BASE).token("t").build())
                .hasMessageContaining("SIGNATURE");
        assertThatThrownBy(() -> Sample.verifier().require(Set.of()).build()).hasMessageContaining("require");
        assertThatThrownBy(() -> CallbackVerifier.builder().secret("")).hasMessageContaining("empty");
        assertThatThrownBy(() -> CallbackVerifier.builder().token("")).hasMessageContaining("token");
        assertThatThrownBy(() -> CallbackVerifier.builder().tolerance(Duration.ofSeconds(-1)))
                .hasMessageContaining("<PT-1S>");
    }

    @Test
    void rejectsValuesThatNoUrlOrHeaderCanContain() {
        assertThatThrownBy(() -> CallbackVerifier.builder().url("https://shop.example.com/a b"))
                .hasMessageContaining("visible ASCII")
                .hasMessageContaining("/a b>");
        assertThatThrownBy(() -> CallbackVerifier.builder().apiKey("a\nb")).hasMessageContaining("the API key");
    }

    @Test
    void acceptsDurationsUpToACentury() {
        Duration most = Duration.ofDays(36500);
        assertThat(Sample.verifier().tolerance(most).maxAge(most).build())
                .asString()
                .contains("tolerance=PT876000H", "maxAge=PT876000H");
        assertThatThrownBy(() -> Sample.verifier().maxAge(most.plusNanos(1)))
                .hasMessageContaining("max-age must be PT0S to P36500D");
        assertThatThrownBy(() -> Sample.verifier().tolerance(most.plusNanos(1))).hasMessageContaining("tolerance");
    }

    @Test
    void acceptsUrlWithoutSuffix() throws CallbackRejectedException {
        VerifiedCallback callback = Sample.verifier().build().verify("", Sample.headers(Sample.signed("")));

        assertThat(callback.url()).isEqualTo(Sample.BASE);
    }

    @Test
    void rejectsHeaderWithoutAValue() {
        for (String name : List.of("Callback-Token", "Date", "Signature")) {
            assertThat(rejection(Sample.PAID, Sample.lists(with(GOOD.headers(), name, ""))))
                    .as(name)
                    .isEqualTo(HEADER_MALFORMED);
        }
        List<@Nullable String> none = new ArrayList<>();
        none.add(null);
        assertThat(rejection(Sample.PAID, name -> none)).isEqualTo(HEADER_MALFORMED);
    }

    private static RejectionReason rejection(String urlSuffix, Function<String, @Nullable List<String>> headers) {
        return rejected(urlSuffix, headers).reason();
    }

    private static CallbackRejectedException rejected(
            String urlSuffix, Function<String, @Nullable List<String>> headers) {
        return rejected(Sample.verifier().build(), urlSuffix, headers);
    }

    private static CallbackRejectedException rejected(
            CallbackVerifier verifier, String urlSuffix, Function<String, @Nullable List<String>> headers) {
        CallbackRejectedException rejected =
                catchThrowableOfType(CallbackRejectedException.class, () -> verifier.verify(urlSuffix, headers));
        assertThat(rejected).as("rejection").isNotNull();
        return rejected;
    }

    private static Arguments change(String name, RejectionReason reason, UnaryOperator<Map<String, String>> change) {
        return Arguments.of(name, reason, change);
    }

    private static Map<String, String> with(Map<String, String> headers, String name, String value) {
        Map<String, String> changed = new HashMap<>(headers);
        changed.put(name, value);
        return changed;
    }

    private static Map<String, String> without(Map<String, String> headers, String name) {
        Map<String, String> changed = new HashMap<>(headers);
        changed.remove(name);
        return changed;
    }

    /** The last letter before the padding contains two bits that decoders ignore. */
    private static String looseBits(String signature) {
        String letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        int last = letters.indexOf(signature.charAt(42));
        return signature.substring(0, 42) + letters.charAt(last ^ 1) + "=";
    }

    @Test
    void verifiesWithAProviderWhoseMacsCannotBeCloned() throws CallbackRejectedException {
        try (HardwareProvider hardware = HardwareProvider.install()) {
            CallbackVerifier verifier = Sample.verifier().build();
            for (int i = 0; i < 3; i++) {
                assertThat(verifier.verify(Sample.PAID, Sample.headers(Sample.signed(Sample.PAID))))
                        .as(hardware.getName())
                        .extracting(VerifiedCallback::signed)
                        .isEqualTo(true);
            }
        }
    }
}
