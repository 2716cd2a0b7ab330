package net.aurpay.webhook.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.aurpay.webhook.Sample;
import net.aurpay.webhook.endpoint.MapConfig;
import net.aurpay.webhook.endpoint.WebhookConfig;
import net.aurpay.webhook.testing.SignedCallback;
import org.junit.jupiter.api.Test;

/** Checks that no printed object shows a secret. */
class SecrecyTest {
    private static final List<String> SECRETS = List.of("t0kenvalue", "s3cretvalue", "k3yvalue");

    @Test
    void showsNoSecretInAnyText() {
        CallbackVerifierBuilder builder = CallbackVerifier.builder()
                .url(Sample.BASE)
                .token("t0kenvalue")
                .secret("s3cretvalue")
                .apiKey("k3yvalue");
        WebhookConfig config = WebhookConfig.of(new MapConfig(Map.of(
                        "aurpay.webhook.url", Sample.BASE,
                        "aurpay.webhook.token", "t0kenvalue",
                        "aurpay.webhook.secret", "s3cretvalue",
                        "aurpay.webhook.api-key", "k3yvalue")))
                .orElseThrow();
        SignedCallback callback = SignedCallback.of(URI.create(Sample.BASE))
                .signedWith("t0kenvalue", "s3cretvalue")
                .withApiKey("k3yvalue");
        List<Object> printed = new ArrayList<>(List.of(
                builder,
                builder.build(),
                config,
                callback,
                new SecretValues(List.of("s3cretvalue")),
                new CallbackMac("s3cretvalue")));
        printed.add(catchThrowable(() -> builder.build().verify("", Sample.lists(callback.headers()))));
        printed.add(catchThrowable(() -> builder.build()
                .verify("", Sample.lists(callback.withDate("t0kenvalue").headers()))));
        for (String key : List.of("token", "secret", "api-key")) {
            printed.add(catchThrowable(() -> WebhookConfig.of(new MapConfig(
                    Map.of("aurpay.webhook.url", Sample.BASE, "aurpay.webhook." + key, " s3cretvalue")))));
            printed.add(catchThrowable(() -> WebhookConfig.of(new MapConfig(
                    Map.of("aurpay.webhook.url", Sample.BASE, "aurpay.webhook." + key, "s3cretvalue\u00fc")))));
        }
        for (Object object : printed) {
            assertThat(String.valueOf(object)).isNotBlank().doesNotContain(SECRETS);
        }
    }
}
