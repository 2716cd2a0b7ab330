package net.aurpay.it.benchmark.bare;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.ConfigProvider;

/** Signs requests without a body, as the documentation of the API says. */
public class Signing implements ClientRequestFilter {
    private static final String ALGORITHM = "HMAC-SHA256";

    private final String token = ConfigProvider.getConfig().getValue("plain.api-token", String.class);
    private final SecretKeySpec key = new SecretKeySpec(
            ConfigProvider.getConfig()
                    .getValue("plain.secret-key", String.class)
                    .getBytes(StandardCharsets.UTF_8),
            "HmacSHA256");

    @Override
    public void filter(ClientRequestContext request) {
        String date = Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
        URI uri = request.getUri();
        String target = uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
        String origin = ALGORITHM + " | " + date + " | " + request.getMethod() + " " + target;
        MultivaluedMap<String, Object> headers = request.getHeaders();
        headers.putSingle("API-Token", token);
        headers.putSingle("Algorithm", ALGORITHM);
        headers.putSingle("Date", date);
        headers.putSingle("Body-MD5", "");
        headers.putSingle("Signature", sign(origin));
    }

    private String sign(String origin) {
        try {
            Mac mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            return Base64.getEncoder().encodeToString(mac.doFinal(origin.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
