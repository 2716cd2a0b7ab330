package net.aurpay.it.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import net.aurpay.webhook.testing.SignedCallback;

/** Of {@code net.aurpay.webhook.testing}. */
final class TestingExample {
    void tells(String token, String secret) {
        URI url = URI.create("http://localhost:9080/shop/aurpay/callbacks/succeeded?reference=A-1");

        assertThat(SignedCallback.of(url).signedWith(token, secret).send()).isEqualTo(200);
        assertThat(SignedCallback.of(url).signedWith(token, "forged").send()).isEqualTo(401);
    }
}
