package net.aurpay.client.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.aurpay.client.Aurpay;
import org.junit.jupiter.api.Test;

class ApiUrlTest {
    @Test
    void prefersUriToUrlAndUrlToTheDefault() {
        assertThat(ApiUrl.of(FakeConfig.of())).hasToString(Aurpay.URL);
        assertThat(ApiUrl.of(FakeConfig.of("aurpay/mp-rest/url=https://url.example.com")))
                .hasToString("https://url.example.com");
        assertThat(ApiUrl.of(FakeConfig.of(
                        "aurpay/mp-rest/url=https://url.example.com", "aurpay/mp-rest/uri=https://uri.example.com")))
                .hasToString("https://uri.example.com");
    }

    @Test
    void namesTheKeyOfAnInvalidUrlAndHidesThePassword() {
        assertThatThrownBy(() -> ApiUrl.of(FakeConfig.of("aurpay/mp-rest/uri=https://ann:hush@host name/")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("aurpay/mp-rest/uri must be a URL, was <https://host name/>")
                .hasNoCause();
    }
}
