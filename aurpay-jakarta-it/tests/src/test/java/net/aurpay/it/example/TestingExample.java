package net.aurpay.it.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import net.aurpay.webhook.testing.SignedCallback;

/** The example in the Javadoc of {@code net.aurpay.webhook.testing}. */
final class TestingExample {
    void tells(String token, String secret) {
        URI url = URI.create("http://localhost:9080/shop/aurpay/callbacks");
        SignedCallback paid = SignedCallback.succeeded(url, "A-1");

        assertThat(paid.signedWith(token, secret).send()).isEqualTo(200);
        assertThat(paid.signedWith(token, "forged").send()).isEqualTo(401);
    }
}
