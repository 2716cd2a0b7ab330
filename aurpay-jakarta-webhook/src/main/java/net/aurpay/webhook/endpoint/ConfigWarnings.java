package net.aurpay.webhook.endpoint;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.Config;

/** Finds what may still be wrong with a configuration that is accepted. */
final class ConfigWarnings {
    private ConfigWarnings() {}

    /**
     * Returns the warnings.
     *
     * @param config accepted by {@link WebhookConfig#of(Config)}
     */
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
