package net.aurpay.it.benchmark;

import jakarta.json.JsonObject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.List;
import net.aurpay.client.Algorithm;
import net.aurpay.client.Credentials;
import net.aurpay.client.http.ApiResponse;
import net.aurpay.client.http.Effect;
import net.aurpay.client.http.FailureDetails;
import net.aurpay.client.http.ResponseReader;
import net.aurpay.client.http.SignatureOrigin;
import net.aurpay.client.http.SigningRules;

/** Calls the client's code between the interface and the wire directly, without a REST client. */
public final class ClientInternals {
    private ClientInternals() {}

    /** Returns a signer with HMAC-SHA256 that does the same as the client's filter. */
    public static Signer signer(String secretKey) {
        Credentials credentials = Credentials.signature("token", secretKey);
        SigningRules rules = new SigningRules(false, false);
        return (method, target, body) -> {
            String date = SignatureOrigin.date(Instant.now());
            String bodyMd5 = rules.bodyMd5(method, body);
            SignatureOrigin origin = new SignatureOrigin(Algorithm.HMAC_SHA256, date, method, target, bodyMd5);
            return new String[] {date, bodyMd5, credentials.sign(origin.text())};
        };
    }

    /** Turns the bytes of a response into what the client's method returns. */
    public static Object receive(Type type, byte[] body) {
        MultivaluedHashMap<String, String> headers = new MultivaluedHashMap<>();
        headers.putSingle(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);
        ApiResponse response = new ApiResponse(200, headers, body, false, false, List::of, null);
        JsonObject envelope = response.envelope();
        FailureDetails failure = response.failure(envelope, Effect.NONE);
        if (failure != null || envelope == null) {
            throw new IllegalStateException("the recorded response must be a success, was " + failure);
        }
        return ResponseReader.read(type, envelope, null);
    }

    /** Returns the date, the MD5 of the body and the signature. */
    public interface Signer {
        String[] sign(String method, String target, byte[] body);
    }
}
