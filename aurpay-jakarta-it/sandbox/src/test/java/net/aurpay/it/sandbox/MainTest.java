package net.aurpay.it.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MainTest {
    @Test
    void listensAtTheGivenHostAndPort() {
        SandboxOptions options = Main.options("--port", "1234", "--host", "::1", "--verified");

        assertThat(options.port()).isEqualTo(1234);
        assertThat(options.host()).isEqualTo("::1");
        assertThat(options.verified()).isTrue();
    }

    @Test
    void publicUrlIsSchemeHostAndPort() {
        assertThat(Main.options("--public-url", "http://my_sandbox:8080").publicUrl())
                .hasToString("http://my_sandbox:8080");
        for (String wrong : List.of("sandbox:8080", "ftp://sandbox", "http://sandbox/", "http:sandbox", "http:// a")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Main.options("--public-url", wrong))
                    .withMessageContaining("<" + wrong + ">");
        }
    }

    @Test
    void messageNamesTheInvalidOption() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Main.options("--prot"))
                .withMessageContaining("<--prot>");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Main.options("--port", "99999"))
                .withMessageContaining("<99999>");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Main.options("--port"))
                .withMessageContaining("--port");
    }

    @Test
    void keysComeFromTheEnvironmentAndLightningKeysDefaultToTheMainKeys() {
        Keys keys = Keys.of(Map.of(
                "AURPAY_API_KEY",
                "k",
                "AURPAY_API_TOKEN",
                "t",
                "AURPAY_SECRET_KEY",
                "s",
                "AURPAY_LIGHTNING_API_KEY",
                "l"));

        assertThat(keys.apiKey()).isEqualTo("k");
        assertThat(keys.lightningApiKey()).isEqualTo("l");
        assertThat(keys.lightningApiToken()).isEqualTo("t");
        assertThat(keys.lightningSecretKey()).isEqualTo("s");
        assertThat(keys.callbackSecret()).hasSizeGreaterThan(20);
        assertThat(keys.toString()).isEqualTo("Keys[mct-07d283468bf8]");
    }
}
