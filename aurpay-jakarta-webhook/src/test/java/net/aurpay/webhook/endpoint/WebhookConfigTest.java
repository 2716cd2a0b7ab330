package net.aurpay.webhook.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.aurpay.webhook.Sample;
import net.aurpay.webhook.verification.AuthenticationFactor;
import net.aurpay.webhook.verification.CallbackRejectedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookConfigTest {
    private final Map<String, String> properties = Sample.properties();

    @Test
    void usesDefaults() {
        WebhookConfig config = read();

        assertThat(config.urls()).containsExactly(Sample.BASE);
        assertThat(config.verifier().orElseThrow().required())
                .containsExactlyInAnyOrder(AuthenticationFactor.TOKEN, AuthenticationFactor.SIGNATURE);
        assertThat(config.verifier().orElseThrow())
                .hasToString("CallbackVerifier[urls=[" + Sample.BASE + "], required="
                        + config.verifier().orElseThrow().required()
                        + ", tokens=1 hidden, secrets=1 hidden, apiKeys=0 hidden,"
                        + " tolerance=PT5M, maxAge=PT24H]");
        assertThat(config.maxBodySize()).isEqualTo(65536);
        assertThat(config.confirm()).isFalse();
        assertThat(config.userId()).isEmpty();
        assertThat(config.inbox().datasource()).isEmpty();
        assertThat(config.inbox().table()).isEqualTo("aurpay_callback");
        assertThat(config.inbox().size()).isEqualTo(100_000);
        assertThat(config.inbox().retention()).contains(Duration.ofDays(30));
    }

    @Test
    void isEmptyIfNothingIsConfigured() {
        assertThat(WebhookConfig.of(new MapConfig(Map.of("aurpay.api-key", "k"))))
                .isEmpty();
    }

    @Test
    void isEmptyIfAllValuesAreEmpty() {
        assertThat(WebhookConfig.of(new MapConfig(Map.of("aurpay.webhook.url", "", "aurpay.webhook.confirm", ""))))
                .isEmpty();
    }

    /**
     * SmallRye derives keys from the names of environment variables: it cannot know where a dash was, and some
     * variables are not meant for this library.
     */
    @Test
    void acceptsKeysThatAServerDerivesFromVariables() {
        Set<String> environment = Set.of("AURPAY_WEBHOOK_INBOX_SIZE", "aurpay_webhook_port", "PATH");
        properties.put("aurpay.webhook.inbox-size", "7");
        properties.put("aurpay.webhook.inbox.size", "7");
        properties.put("aurpay.webhook.port", "tcp://10.0.0.1:8080");

        assertThat(WebhookConfig.of(new MapConfig(properties), environment, false)
                        .orElseThrow()
                        .inbox()
                        .size())
                .isEqualTo(7);
        assertThatThrownBy(() -> WebhookConfig.of(new MapConfig(properties), Set.of("AURPAY_WEBHOOK_PORT"), false))
                .hasMessageContaining("aurpay.webhook.inbox.size is not a key");
    }

    @Test
    void findsVariablesThatMatchNoKey() {
        assertThat(ConfigReader.unknownVariables(Set.of(
                        "AURPAY_WEBHOOK_CONFRIM",
                        "AURPAY_WEBHOOK_MAX_BODY_SIZE",
                        "AURPAY_WEBHOOK_URL",
                        "AURPAY_API_KEY")))
                .containsExactly("AURPAY_WEBHOOK_CONFRIM");
    }

    /** Otherwise a callback of the account north could be taken for one of the unnamed account. */
    @Test
    void rejectsAUrlThatContinuesAnotherWithAName() {
        Map<String, String> properties = new HashMap<>(Sample.properties());
        properties.put("aurpay.webhook.url", Sample.BASE + "/north," + Sample.BASE);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> WebhookConfig.of(new MapConfig(properties), Set.of(), true))
                .withMessageContaining("would be the URL of the account <north>");
        assertThat(WebhookConfig.of(new MapConfig(properties), Set.of(), false)).isPresent();
    }

    @Test
    void showsNoPasswordOfAUrl() {
        for (String url : List.of("https://ann:hush@shop.example.com/hooks", "https://ann:hush@shop example.com/")) {
            properties.put("aurpay.webhook.url", url);
            assertThatThrownBy(this::read)
                    .hasMessageStartingWith("aurpay.webhook.url: ")
                    .rootCause()
                    .message()
                    .doesNotContain("hush");
        }
    }

    /**
     * The library appends the kind for each payment: if the configured URL ended in a kind, too, Aurpay would get 404.
     */
    @ParameterizedTest
    @ValueSource(strings = {"/succeeded", "/timed-out", "/succeeded/", "/timed-out//"})
    void rejectsAUrlThatEndsInOneKindOfCallback(String end) {
        properties.put("aurpay.webhook.url", "https://old.example.com/hooks," + Sample.BASE + end);

        assertThatThrownBy(this::read)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("aurpay.webhook.url: must not end in " + end.replaceFirst("/+$", ""));
    }

    @Test
    void readsSeveralValuesAndCommasInThem() throws CallbackRejectedException {
        properties.put("aurpay.webhook.token", Sample.TOKEN + ",with\\,comma-Gk93nVx2");
        properties.put("aurpay.webhook.url", Sample.BASE + "/, https://old.example.com/hooks");
        WebhookConfig config = read();

        assertThat(config.urls()).containsExactly(Sample.BASE, "https://old.example.com/hooks");
        assertThat(config.verifier().orElseThrow()).asString().contains("tokens=2 hidden");
    }

    @ParameterizedTest
    @ValueSource(strings = {"token", "secret", "api-key"})
    void rejectsAShortSecretAmongSeveralBecauseACommaMayBePartOfIt(String key) {
        properties.put("aurpay.webhook." + key, "x,Gk93nVx2-Gk93nVx2");

        assertRejected("aurpay.webhook." + key + " has 2 values, because a comma separates values");
        assertRejected("write a comma that is part of a secret as \\,");
    }

    @Test
    void acceptsAShortSecretIfItIsTheOnlyOne() {
        properties.put("aurpay.webhook.secret", "a\\,b");
        assertThat(read().verifier().orElseThrow()).asString().contains("secrets=1 hidden");
    }

    /** An expression that cannot be expanded is not an empty value and must not switch the webhook off. */
    @ParameterizedTest
    @ValueSource(strings = {"token", "secret", "api-key"})
    void rejectsAnExpressionInASecretEvenIfItIsTheOnlyKey(String key) {
        String name = "aurpay.webhook." + key;
        for (String value : List.of("pa${x}word", "${nowhere}")) {
            assertThatThrownBy(() -> WebhookConfig.of(new MapConfig(Map.of(name, value))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith(name + " ")
                    .hasMessageContaining("${");
        }
    }

    @ParameterizedTest
    @CsvSource({"1024, 1024", "64KiB, 65536", "64 KiB, 65536", "1 MiB, 1048576"})
    void readsSizes(String text, int bytes) {
        properties.put("aurpay.webhook.max-body-size", text);
        assertThat(read().maxBodySize()).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"aurpay.webhook.url", "aurpay.webhook.token", "aurpay.webhook.secret"})
    void namesWhatIsMissing(String key) {
        properties.remove(key);
        assertRejected(key + " is missing");

        properties.put(key, "");
        assertRejected(key + " is missing");
    }

    @Test
    void saysWhichFactorNeedsTheKeyThatIsMissing() {
        properties.remove("aurpay.webhook.token");
        assertRejected("aurpay.webhook.token is missing: aurpay.webhook.require asks for token");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "url | shop.example.com/callbacks",
                "url | ftp://shop.example.com/callbacks",
                "url | https:///callbacks",
                "url | https://shop.example.com/callbacks?a=b",
                "url | https://shop.example.com/callbacks#a",
                "url | https://user@shop.example.com/callbacks",
                "url | https://shop.example.com/call backs",
                "url | https://shop.example.com/\u00fc",
                "token | ' leading'",
                "token | t\u00f6ken",
                "secret | 'trailing '",
                "api-key | ' '",
                "require | token,signatur",
                "require | signature,api-key",
                "require | token",
                "tolerance | 5 minutes",
                "tolerance | -PT1S",
                "max-age | 86400",
                "max-age | P36501D",
                "max-body-size | 0",
                "max-body-size | 64 kB",
                "max-body-size | 2048 MiB",
                "inbox-size | -1",
                "user-id | mct-1",
                "retention | P36501D",
                "confirm | yes",
                "retention | PT24H",
                "retention | PT24H4M59S",
                "table | aurpay callback",
                "table | a;drop",
                "table | a.b.c",
                "tokn | x"
            })
    void namesWhatIsWrong(String key, String value) {
        properties.put("aurpay.webhook." + key, value);
        String named = key.equals("require") && value.endsWith("api-key") ? "api-key" : key;
        assertRejected("aurpay.webhook." + named);
    }

    @Test
    void acceptsRequirementWithoutSignatureOnlyUnderConfirmation() {
        properties.put("aurpay.webhook.require", "token");
        assertRejected("aurpay.webhook.confirm");

        properties.remove("aurpay.webhook.secret");
        properties.put("aurpay.webhook.confirm", "true");
        assertRejected("aurpay.webhook.datasource");

        properties.put("aurpay.webhook.datasource", "jdbc/shop");
        assertThat(read().confirm()).isTrue();
        assertThat(read().inbox().retention())
                .as("without a signed date, no row may be deleted")
                .isEmpty();
    }

    @Test
    void limitsTheTimeOfAConfirmation() {
        assertThat(read().confirmTimeout()).isEqualTo(Duration.ofSeconds(20));
        properties.put("aurpay.webhook.confirm-timeout", "PT1M");
        assertThat(read().confirmTimeout()).isEqualTo(Duration.ofMinutes(1));
        properties.put("aurpay.webhook.confirm-timeout", "PT0S");
        assertRejected("aurpay.webhook.confirm-timeout");
        properties.put("aurpay.webhook.confirm-timeout", "PT11M");
        assertRejected("aurpay.webhook.confirm-timeout");
    }

    @Test
    void acceptsRetentionThatOutlastsEveryAcceptedDate() {
        properties.put("aurpay.webhook.retention", "PT24H5M");
        assertThat(read().inbox().retention()).contains(Duration.parse("PT24H5M"));
    }

    @Test
    void acceptsTableInSchema() {
        properties.put("aurpay.webhook.table", "shop.callback_2");
        assertThat(read().inbox().table()).isEqualTo("shop.callback_2");
    }

    private WebhookConfig read() {
        return WebhookConfig.of(new MapConfig(properties)).orElseThrow();
    }

    private void assertRejected(String text) {
        assertThatThrownBy(this::read)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(text)
                .message()
                .doesNotContain(Sample.SECRET)
                .doesNotContain(Sample.TOKEN);
    }

    @Test
    void acceptsTheLongestDuration() {
        properties.put("aurpay.webhook.retention", "P36500D");
        assertThat(read().inbox().retention()).contains(Duration.ofDays(36500));
        properties.put("aurpay.webhook.retention", "-PT1S");
        assertRejected("aurpay.webhook.retention must be an ISO-8601 duration");
    }
}
