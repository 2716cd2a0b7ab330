package net.aurpay.client;

import java.net.URI;
import org.eclipse.microprofile.config.Config;

/** Where requests go, for messages: host and port as an operator would look for them. */
final class Destination {
    private Destination() {}

    /** Never fails, since it describes a failure. */
    static String of(Config config) {
        try {
            URI url = Aurpay.baseUri(config);
            int port = url.getPort() >= 0 ? url.getPort() : "http".equals(url.getScheme()) ? 80 : 443;
            return "<" + url.getHost() + ":" + port + ">"
                    + config.getOptionalValue("aurpay/mp-rest/proxyAddress", String.class)
                            .map(proxy -> " through the proxy <" + proxy + ">")
                            .orElse("");
        } catch (RuntimeException e) {
            return "<" + Aurpay.URL + ">";
        }
    }
}
