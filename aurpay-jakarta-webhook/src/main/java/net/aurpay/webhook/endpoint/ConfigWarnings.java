package net.aurpay.webhook.endpoint;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.Config;

/** What a configuration that is accepted may still have wrong. */
final class ConfigWarnings {
    private ConfigWarnings() {}

    /** @param config accepted by {@link WebhookConfig#of(Config)} */
    static List<String> of(Config config) {
        ConfigReader reader = new ConfigReader(config);
        List<String> warnings = new ArrayList<>(reader.shortSecrets());
        for (String url : reader.list("url")) {
            String plain = PlainUrl.of(URI.create(url));
            if (!plain.equals(url)) {
                warnings.add("aurpay.webhook.url <" + url + "> has a plainer spelling, <" + plain
                        + ">: if Aurpay calls and signs that one, every callback is rejected with SIGNATURE_WRONG");
            }
        }
        return warnings;
    }
}
