package net.aurpay.client.http;

import java.net.URI;
import net.aurpay.client.Aurpay;
import org.eclipse.microprofile.config.Config;

/** Says where requests go, for messages: host and port in the form in which an operator would look for them. */
public final class Destination {
    private Destination() {}

    /** Describes where requests go. Never fails, because the description is used to report a failure. */
    public static String of(Config config) {
        try {
            URI url = ApiUrl.of(config);
            int port = url.getPort() >= 0 ? url.getPort() : "http".equals(url.getScheme()) ? 80 : 443;
            return "<" + url.getHost() + ":" + port + ">"
                    + config.getOptionalValue(ClientKeys.PROXY_ADDRESS, String.class)
                            .map(proxy -> " through the proxy <" + proxy + ">")
                            .orElse("");
        } catch (RuntimeException e) {
            return "<" + Aurpay.URL + ">";
        }
    }
}
