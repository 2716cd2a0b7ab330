package net.aurpay.it.sandbox;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Authenticates requests by API key or signature. */
final class Gatekeeper {
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final Map<String, Keys> byApiKey;
    private final Map<String, Keys> byApiToken;
    private final Map<String, Keys> byLightningApiKey;
    private final Map<String, Keys> byLightningApiToken;
    private final VerificationRules rules;
    private final Clock clock;

    /**
     * Creates a gatekeeper for these merchants.
     *
     * @throws IllegalArgumentException if two merchants have the same user id, API key or API token
     */
    Gatekeeper(List<Keys> merchants, VerificationRules rules, Clock clock) {
        index(merchants, Keys::userId, "user id");
        this.byApiKey = index(merchants, Keys::apiKey, "API key");
        this.byApiToken = index(merchants, Keys::apiToken, "API token");
        this.byLightningApiKey = index(merchants, Keys::lightningApiKey, "API key for Lightning");
        this.byLightningApiToken = index(merchants, Keys::lightningApiToken, "API token for Lightning");
        this.rules = rules;
        this.clock = clock;
    }

    private static Map<String, Keys> index(List<Keys> merchants, Function<Keys, String> key, String name) {
        Map<String, Keys> index = new HashMap<>();
        for (Keys merchant : merchants) {
            Keys other = index.put(key.apply(merchant), merchant);
            if (other != null) {
                throw new IllegalArgumentException("two accounts have the same " + name + ": those of the users "
                        + other.userId() + " and " + merchant.userId());
            }
        }
        return index;
    }

    /**
     * Returns the keys of the merchant who sent the request.
     *
     * @throws ApiError 401 as recorded, with the {@code signature_origin} if the signature is wrong
     */
    Keys admit(ReceivedRequest request) {
        boolean lightning = request.path().startsWith("/api/bln/");
        if (request.headers().containsKey("Signature") || request.headers().containsKey("API-Token")) {
            return bySignature(request, lightning);
        }
        if (!request.headers().containsKey("API-Key")) {
            throw ApiError.unauthorized("The API-Key is missing in the request header", null);
        }
        Keys found = find(lightning ? byLightningApiKey : byApiKey, request.header("API-Key"));
        if (found == null) {
            throw ApiError.unauthorized("The API-Key is invalid", null);
        }
        return found;
    }

    private Keys bySignature(ReceivedRequest request, boolean lightning) {
        Keys found = find(lightning ? byLightningApiToken : byApiToken, request.header("API-Token"));
        if (found == null) {
            throw ApiError.unauthorized("The API-Token is invalid", null);
        }
        String algorithm = require(request, "Algorithm");
        String date = require(request, "Date");
        String md5 = bodyMd5(request);
        String origin = algorithm + " | " + date + " | " + request.method() + " " + target(request)
                + (md5.isEmpty() ? "" : " | " + md5);
        String given = require(request, "Signature");
        String secret = lightning ? found.lightningSecretKey() : found.secretKey();
        if (!md5.equals(request.headers().getFirst("Body-MD5")) || !isValid(algorithm, secret, origin, given)) {
            throw ApiError.unauthorized("Signature verification failed", origin);
        }
        if (!isFresh(date)) {
            throw ApiError.unauthorized("The Date is not within five minutes of now", origin);
        }
        return found;
    }

    private static boolean isValid(String algorithm, String secret, String origin, String given) {
        try {
            return Signatures.same(Signatures.hmac(algorithm, secret, origin), given);
        } catch (IllegalArgumentException e) {
            throw ApiError.unauthorized(String.valueOf(e.getMessage()), origin);
        }
    }

    private String bodyMd5(ReceivedRequest request) {
        boolean none = request.method().equals("GET") || (request.body().length == 0 && rules.omitEmptyBody());
        return none ? "" : Signatures.md5(request.body(), rules.upperCaseMd5());
    }

    private String target(ReceivedRequest request) {
        return rules.decodesTarget()
                // in a path, a plus is a plus; URLDecoder would make it a blank. No documented target contains a plus
                ? URLDecoder.decode(request.target().replace("+", "%2B"), StandardCharsets.UTF_8)
                : request.target();
    }

    private boolean isFresh(String date) {
        try {
            Instant sent = OffsetDateTime.parse(date).toInstant();
            return Duration.between(sent, clock.instant()).abs().compareTo(TOLERANCE) <= 0;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static @Nullable Keys find(Map<String, Keys> index, @Nullable String given) {
        return given == null ? null : index.get(given);
    }

    private static String require(ReceivedRequest request, String header) {
        String value = request.header(header);
        if (value == null) {
            throw ApiError.unauthorized("The " + header + " is missing in the request header", null);
        }
        return value;
    }
}
