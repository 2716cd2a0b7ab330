package net.aurpay.webhook.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigWarningsTest {
    private final Map<String, String> properties = new HashMap<>(Map.of(
            "aurpay.webhook.url", "https://shop.example.com/pay",
            "aurpay.webhook.token", "a-token-of-usual-length",
            "aurpay.webhook.secret", "a-secret-of-usual-length"));

    @ParameterizedTest
    @CsvSource({
        "https://Shop.Example.com:443/pay/../pay, https://shop.example.com/pay",
        "HTTPS://shop.example.com/pay, https://shop.example.com/pay",
        "http://shop.example.com:80/pay, http://shop.example.com/pay",
        "https://shop.example.com:/pay, https://shop.example.com/pay",
        "https://shop.example.com/a/./b/../../pay, https://shop.example.com/pay",
        "https://shop.example.com/../pay, https://shop.example.com/pay",
        "https://shop.example.com/p%61y%2f%7Ex, https://shop.example.com/pay%2F~x"
    })
    void showsThePlainSpellingOfAUrl(String url, String plain) {
        properties.put("aurpay.webhook.url", "https://old.example.com/pay," + url);

        assertThat(warnings()).singleElement().asString().contains("<" + url + ">", "<" + plain + ">");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://shop.example.com",
                "https://shop.example.com/",
                "https://shop.example.com:8443/pay",
                "http://shop.example.com:443/pay/",
                "https://[2001:db8::1]/pay%2Fx",
                "https://xn--mnchen-3ya.example/a..b/.c"
            })
    void doesNotWarnAboutAPlainUrl(String url) {
        properties.put("aurpay.webhook.url", url);

        assertThat(warnings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"token", "secret", "api-key"})
    void warnsAboutAShortSecretWithoutShowingIt(String key) {
        properties.put("aurpay.webhook." + key, "hush-hush-hush-");

        assertThat(warnings())
                .singleElement()
                .asString()
                .startsWith("aurpay.webhook." + key + " has fewer than 16 characters")
                .doesNotContain("hush");
    }

    @Test
    void doesNotWarnAboutSecretsOfUsualLength() {
        assertThat(warnings()).isEmpty();
    }

    private List<String> warnings() {
        MapConfig config = new MapConfig(properties);
        assertThat(WebhookConfig.of(config)).isPresent();
        return ConfigWarnings.of(config);
    }
}
