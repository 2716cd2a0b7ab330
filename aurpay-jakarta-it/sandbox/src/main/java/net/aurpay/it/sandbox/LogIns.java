package net.aurpay.it.sandbox;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Logs in the recorded user, and returns the API key in exchange for the access token. */
final class LogIns {
    static final String USER = "example@aurpay.com";
    static final String PASSWORD = "example-123456";

    private static final Duration LIFE = Duration.ofDays(1);

    private final Keys owner;
    private final Clock clock;
    private final Map<String, Instant> tokens = new ConcurrentHashMap<>();

    LogIns(Keys owner, Clock clock) {
        this.owner = owner;
        this.clock = clock;
    }

    JsonValue logIn(Parameters form) {
        if (!USER.equals(form.get("username")) || !PASSWORD.equals(form.get("password"))) {
            throw ApiError.business(404, "Invalid password or username");
        }
        String token = UUID.randomUUID() + "." + UUID.randomUUID();
        tokens.put(token, clock.instant().plus(LIFE));
        return Json.createObjectBuilder()
                .add("access_token", token)
                .add("expire", LIFE.toSeconds())
                .build();
    }

    JsonValue apiKey(@Nullable String authorization) {
        String scheme = "Bearer ";
        Instant end = authorization == null || !authorization.startsWith(scheme)
                ? null
                : tokens.get(authorization.substring(scheme.length()));
        if (end == null || end.isBefore(clock.instant())) {
            throw ApiError.unauthorized("The access token is missing or has expired", null);
        }
        return Json.createObjectBuilder()
                .add("api_key", owner.apiKey())
                .add("user_id", owner.userId())
                .build();
    }
}
