package net.aurpay.client;

import jakarta.json.JsonObject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.List;

/** What happens between the interface and the wire, without the REST client around it. */
public final class Rooms {
    private Rooms() {}

    /** A signer with SHA-256, as the filter has one. */
    public static Signer signer(String secretKey) {
        RequestSigner signer = new RequestSigner(Algorithm.HMAC_SHA256, secretKey);
        SigningRules rules = new SigningRules(false, false);
        return (method, target, body) -> {
            String date = RequestSigner.date(Instant.now());
            String bodyMd5 = rules.bodyMd5(method, body);
            SignatureOrigin origin = new SignatureOrigin(Algorithm.HMAC_SHA256, date, method, target, bodyMd5);
            return new String[] {date, bodyMd5, signer.sign(origin.text())};
        };
    }

    /** An answer on its way to the caller. */
    public static Object receive(Type type, byte[] body) {
        MultivaluedHashMap<String, String> headers = new MultivaluedHashMap<>();
        headers.putSingle(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);
        Answer answer = new Answer(200, headers, body, false, false, List.of(), null);
        JsonObject envelope = answer.envelope();
        Failure failure = answer.failure(envelope, Effect.NONE);
        if (failure != null || envelope == null) {
            throw new IllegalStateException("the recorded answer is good, was " + failure);
        }
        return AnswerReader.read(type, envelope, null);
    }

    /** Gives date, MD5 of the body and signature. */
    public interface Signer {
        String[] sign(String method, String target, byte[] body);
    }
}
