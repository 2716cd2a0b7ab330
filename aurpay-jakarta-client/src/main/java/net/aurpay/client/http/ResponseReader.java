package net.aurpay.client.http;

import jakarta.enterprise.context.Dependent;
import jakarta.json.JsonObject;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.lang.reflect.Type;
import net.aurpay.client.json.JsonBinding;
import net.aurpay.client.json.UnexpectedFieldException;
import org.jspecify.annotations.Nullable;

/**
 * Creates the model from the envelope that {@link ResponseFilter} has parsed and accepted.
 *
 * <p>A {@code ReaderInterceptor}: it can read the request properties that the filter sets and, by not calling {@code
 * proceed()}, bypasses whatever JSON provider the server prefers, even Jackson or the application's own {@code Jsonb}.
 */
@Dependent
public class ResponseReader implements ReaderInterceptor {
    @Override
    public @Nullable Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        if (!(context.getProperty(ResponseFilter.ENVELOPE) instanceof JsonObject envelope)) {
            return context.proceed();
        }
        // Jersey reads the response of a method that returns nothing, too.
        return context.getType() == void.class || context.getType() == Void.class
                ? null
                : read(
                        context.getGenericType(),
                        envelope,
                        ApiResponse.header(context.getHeaders(), ApiResponse.TRACE_ID));
    }

    /**
     * Reads the {@code data} of an envelope.
     *
     * @throws UnexpectedFieldException if a field has another type than the API gives it
     */
    public static Object read(Type type, JsonObject envelope, @Nullable String traceId) {
        try {
            Object read = JsonBinding.get().read(type, "data", envelope.get("data"));
            if (read == null) {
                throw new UnexpectedFieldException("must be present, was null").within("data");
            }
            return read;
        } catch (UnexpectedFieldException e) {
            throw e.of(traceId);
        }
    }
}
