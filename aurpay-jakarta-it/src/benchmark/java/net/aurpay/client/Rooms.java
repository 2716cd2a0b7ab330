package net.aurpay.client;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.annotation.Annotation;
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
    public static Object receive(Type type, byte[] body) throws IOException {
        MultivaluedHashMap<String, String> headers = new MultivaluedHashMap<>();
        headers.putSingle(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);
        Failure failure = new Answer(200, headers, body, false, false, List.of(), null).failure(false);
        if (failure != null) {
            throw failure.exception(null);
        }
        return new AnswerReader()
                .readFrom(
                        Object.class,
                        type,
                        new Annotation[0],
                        MediaType.APPLICATION_JSON_TYPE,
                        headers,
                        new ByteArrayInputStream(body));
    }

    /** Gives date, MD5 of the body and signature. */
    public interface Signer {
        String[] sign(String method, String target, byte[] body);
    }
}
