package net.aurpay.webhook.endpoint;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import net.aurpay.webhook.inbox.WebhookKeys;
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
        for (String url : reader.list(WebhookKeys.URL)) {
            String plain = PlainUrl.of(URI.create(url));
            if (!plain.equals(url)) {
                warnings.add(WebhookKeys.URL + " <" + url + "> has a plainer spelling, <" + plain
                        + ">: if Aurpay calls and signs that one, every callback is rejected with SIGNATURE_WRONG");
            }
        }
        return warnings;
    }
}
