package net.aurpay.client.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import net.aurpay.client.Algorithm;
import net.aurpay.client.AurpayException;
import net.aurpay.client.Credentials;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientConfigTest {
    @Test
    void isValidWithoutAnyKey() {
        ClientConfig config = ClientConfig.of(FakeConfig.of());
        assertThat(config.credentials()).isEmpty();
        assertThat(config.rules()).isEqualTo(new SigningRules(false, false));
        assertThat(config.maxResponseSize()).isEqualTo(10 * 1024 * 1024);
        assertThatThrownBy(() -> config.require(CredentialSet.LIGHTNING))
                .isInstanceOf(AurpayException.class)
                .hasMessageContaining("aurpay.lightning.api-token")
                .hasMessageContaining("aurpay.lightning.secret-key")
                .hasMessageContaining("aurpay.lightning.api-key");
    }

    @Test
    void prefersTheSignatureToTheApiKey() {
        Credentials main = ClientConfig.of(
                        FakeConfig.of("aurpay.api-key=K", "aurpay.api-token=T", "aurpay.secret-key=S=,\\"))
                .require(CredentialSet.MAIN);
        assertThat(main.token()).isEqualTo("T");
        assertThat(main.sign("origin")).isEqualTo(Reference.hmac("HMAC-SHA256", "S=,\\", "origin"));
        assertThat(main.algorithm()).isEqualTo(Algorithm.HMAC_SHA256);
    }

    @Test
    void readsTheTwoSetsSeparately() {
        ClientConfig config = ClientConfig.of(FakeConfig.of(
                "aurpay.api-token=T",
                "aurpay.secret-key=S",
                "aurpay.algorithm=HMAC-SHA3_256",
                "aurpay.lightning.api-token=LT",
                "aurpay.lightning.secret-key=LS"));
        assertThat(config.require(CredentialSet.MAIN).algorithm()).isEqualTo(Algorithm.HMAC_SHA3_256);
        assertThat(config.require(CredentialSet.LIGHTNING).algorithm()).isEqualTo(Algorithm.HMAC_SHA256);
        assertThat(config.require(CredentialSet.LIGHTNING).token()).isEqualTo("LT");
    }

    @Test
    void readsTheSigningRulesAndTheMaximalSize() {
        ClientConfig config = ClientConfig.of(FakeConfig.of(
                "aurpay.signing.body-md5-case=upper",
                "aurpay.signing.empty-body=omit",
                "aurpay.max-response-size=2147483647"));
        assertThat(config.rules()).isEqualTo(new SigningRules(true, true));
        assertThat(config.maxResponseSize()).isEqualTo(Integer.MAX_VALUE);
        assertThat(ClientConfig.of(FakeConfig.of("aurpay.signing.body-md5-case=lower", "aurpay.signing.empty-body=md5"))
                        .rules())
                .isEqualTo(new SigningRules(false, false));
    }

    /** A semicolon separates the lines. The message must contain the given text, and never the secret. */
    @ParameterizedTest
    @CsvSource({
        "aurpay.api-token=HUSH, aurpay.secret-key is missing",
        "aurpay.secret-key=HUSH, aurpay.api-token is missing",
        "aurpay.api-token=HUSH;aurpay.secret-key=, aurpay.secret-key is missing",
        "aurpay.api-token=HUSH;aurpay.api-key=HUSH, aurpay.secret-key is missing",
        "aurpay.lightning.api-token=HUSH, aurpay.lightning.secret-key is missing",
        "aurpay.lightning.secret-key=HUSH;aurpay.api-token=HUSH;aurpay.secret-key=HUSH, aurpay.lightning.api-token is missing",
        "aurpay.api-key='HUSH ', aurpay.api-key must not begin or end with white space",
        "aurpay.api-key=' ', aurpay.api-key must not begin or end with white space",
        "aurpay.api-key=HUSH HUSH, aurpay.api-key: API key must be visible ASCII",
        "aurpay.api-key=HUSHü, aurpay.api-key: API key must be visible ASCII",
        "aurpay.api-token=HU SH;aurpay.secret-key=HUSH, aurpay.api-token: API token must be visible ASCII",
        "aurpay.algorithm=hmac-sha256, aurpay.algorithm: algorithm must be HMAC-SHA256 or HMAC-SHA3_256",
        "aurpay.lightning.algorithm=MD5, aurpay.lightning.algorithm: algorithm must be",
        "aurpay.signing.body-md5-case=UPPER, aurpay.signing.body-md5-case must be lower or upper",
        "aurpay.signing.empty-body=none, aurpay.signing.empty-body must be md5 or omit",
        "aurpay.algorithm='HMAC-SHA256 ', aurpay.algorithm must not begin or end with white space",
        "aurpay.max-retries=-1, 'aurpay.max-retries: must be 0 to 10, was <-1>'",
        "aurpay.max-retries=11, 'aurpay.max-retries: must be 0 to 10, was <11>'",
        "aurpay.max-retries=two, aurpay.max-retries",
        "aurpay.max-retry-wait=-PT1S, 'aurpay.max-retry-wait: must be 0 to PT5M, was <-PT1S>'",
        "aurpay.max-retry-wait=PT5M1S, 'aurpay.max-retry-wait: must be 0 to PT5M, was <PT5M1S>'",
        "aurpay.max-retry-wait=5s, 'aurpay.max-retry-wait: must be an ISO 8601 duration such as PT5S, was <5s>'",
        "aurpay.max-response-size=0, aurpay.max-response-size: must be > 0 bytes",
        "aurpay.max-response-size=-1, aurpay.max-response-size: must be > 0 bytes",
        "aurpay.max-response-size=10 MiB, aurpay.max-response-size",
        "aurpay.max-response-size=2147483648, aurpay.max-response-size"
    })
    void namesTheKeyThatIsMissingOrWrong(String lines, String message) {
        assertThatThrownBy(() ->
                        ClientConfig.of(FakeConfig.of(lines.replace("'", "").split(";", -1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message)
                .satisfies(
                        e -> assertThat(e.getMessage()).doesNotContain("HUSH").hasSizeLessThan(200));
    }

    @Test
    void treatsEmptyValuesAsMissing() {
        assertThat(ClientConfig.of(FakeConfig.of("aurpay.api-key=", "aurpay.algorithm=", "aurpay.max-response-size="))
                        .credentials())
                .isEmpty();
    }

    @Test
    void readsTheRetriesUpToTheirBounds() {
        assertThat(retries("0", "PT0S")).isEqualTo(new Retries(0, Duration.ZERO));
        assertThat(retries("10", "PT5M")).isEqualTo(new Retries(10, Duration.ofMinutes(5)));
    }

    private static Retries retries(String max, String wait) {
        return ClientConfig.of(FakeConfig.of("aurpay.max-retries=" + max, "aurpay.max-retry-wait=" + wait))
                .retries();
    }
}
