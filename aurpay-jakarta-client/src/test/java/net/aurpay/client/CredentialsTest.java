package net.aurpay.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CredentialsTest {
    @Test
    void rejectsAnEmptySecretKeyByName() {
        assertThatThrownBy(() -> Credentials.signature("T", "")).hasMessage("secret key must not be empty");
    }

    @Test
    void rejectsAnAlgorithmForAnApiKey() {
        Credentials key = Credentials.apiKey("K");

        assertThatThrownBy(() -> key.withAlgorithm(Algorithm.HMAC_SHA3_256))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("signs nothing");
    }

    @Test
    void printsTheKindOfCredentials() {
        assertThat(Credentials.apiKey("K")).hasToString("Credentials[API key]");
        assertThat(Credentials.signature("T", "S").withAlgorithm(Algorithm.HMAC_SHA3_256))
                .hasToString("Credentials[signature, HMAC-SHA3_256]");
    }

    @Test
    void doesNotSignWithAnApiKey() {
        assertThatThrownBy(() -> Credentials.apiKey("K").sign("text"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("an API key signs nothing");
    }
}
