package net.aurpay.client.http;

import jakarta.enterprise.context.Dependent;
import jakarta.json.JsonObject;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import net.aurpay.client.shared.Redaction;
import net.aurpay.client.telemetry.Telemetry;
import org.jspecify.annotations.Nullable;

/**
 * Reads a response up to the maximum size and judges it. Never throws, because servers differ in how they handle an
 * exception of a filter.
 */
@Dependent
public class ResponseFilter implements ClientResponseFilter {
    /**
     * The header that carries the {@link FailureDetails} to the mapper. The filter removes a header of this name that
     * came with the response.
     */
    static final String FAILURE = "Aurpay-FailureDetails";

    /** A property of a request: the {@link System#nanoTime} after which no more of its response is read. */
    public static final String DEADLINE = "net.aurpay.client.deadline";

    /** The property in which {@link ResponseReader} finds the envelope of a successful response. */
    static final String ENVELOPE = "net.aurpay.client.envelope";

    private static final List<String> CREDENTIALS =
            List.of("API-Key", "API-Token", "Signature", HttpHeaders.AUTHORIZATION);

    private final Telemetry telemetry = CallTelemetryInterceptor.telemetry();
    private final CurrentConfig config = new CurrentConfig();

    @Override
    public void filter(ClientRequestContext request, ClientResponseContext response) {
        if (response.getStatus() == 0) {
            // No response came. Quarkus calls filters nevertheless.
            return;
        }
        Object signed = request.getProperty(SigningFilter.ORIGIN);
        if (request.getProperty(DEADLINE) instanceof Long end && response.getEntityStream() != null) {
            response.setEntityStream(new TimedStream(response.getEntityStream(), end));
        }
        ApiResponse received =
                read(response, maxSize(request), () -> secrets(request), signed == null ? null : signed.toString());
        String traceId = telemetry.isObserving() ? ApiResponse.header(received.headers(), ApiResponse.TRACE_ID) : null;
        if (traceId != null) {
            telemetry.detail(CallTelemetryInterceptor.TRACE_ID, Redaction.text(traceId, 64));
        }
        JsonObject envelope = received.envelope();
        FailureDetails failure = received.failure(envelope, Effect.of(request));
        response.getHeaders().remove(FAILURE);
        if (failure == null) {
            request.setProperty(ENVELOPE, envelope);
        } else {
            response.getHeaders().putSingle(FAILURE, failure.toJson());
        }
        response.setEntityStream(new ByteArrayInputStream(received.body()));
    }

    private ApiResponse read(
            ClientResponseContext response, int maxSize, Supplier<List<String>> secrets, @Nullable String signed) {
        byte[] body = {};
        boolean whole = false;
        boolean tooLarge = false;
        try {
            InputStream stream = response.getEntityStream();
            if (stream != null) {
                body = stream.readNBytes(maxSize);
                tooLarge = body.length == maxSize && stream.read() >= 0;
            }
            // On Payara, a broken connection looks like the end of the stream.
            whole = body.length >= response.getLength();
        } catch (IOException | RuntimeException e) {
            // The response broke off.
        }
        return new ApiResponse(
                response.getStatus(), response.getHeaders(), body, !whole && !tooLarge, tooLarge, secrets, signed);
    }

    /**
     * The secrets that were sent. No message may repeat them, for example from the response of a proxy that shows the
     * request.
     */
    private static List<String> secrets(ClientRequestContext request) {
        List<String> secrets = new ArrayList<>();
        for (String header : CREDENTIALS) {
            String value = request.getHeaderString(header);
            if (value != null) {
                secrets.add(value.replace("Bearer ", ""));
            }
        }
        Object entity = request.getEntity() instanceof Form form ? form.asMap() : request.getEntity();
        if (entity instanceof Map<?, ?> fields && fields.get("password") instanceof List<?> passwords) {
            passwords.forEach(password -> secrets.add(String.valueOf(password)));
        }
        if (request.getProperty(SigningFilter.VERIFY_CODE) instanceof String code) {
            secrets.add(code);
        }
        secrets.removeIf(String::isEmpty);
        return secrets;
    }

    /** Never fails: if the configuration cannot be read, the deployment has already failed. */
    private int maxSize(ClientRequestContext request) {
        try {
            return config.of(request).maxResponseSize();
        } catch (IllegalArgumentException e) {
            return Integer.parseInt(ClientKeys.DEFAULT_MAX_RESPONSE_SIZE);
        }
    }
}
