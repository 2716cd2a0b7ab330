package net.aurpay.client;

import jakarta.enterprise.context.Dependent;
import jakarta.json.JsonObject;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/**
 * Makes a record of the model out of what {@link AnswerFilter} parsed and found good.
 *
 * <p>An interceptor, for it shares properties with the filter, and no other reader is asked: on every server, also where
 * Jackson is preferred or the application has a {@code Jsonb} of its own.
 */
@Dependent
public class AnswerReader implements ReaderInterceptor {
    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        return context.getProperty(AnswerFilter.ENVELOPE) instanceof JsonObject envelope
                ? read(context.getGenericType(), envelope, Answer.header(context.getHeaders(), Answer.TRACE_ID))
                : context.proceed();
    }

    /** @throws FieldException if a field has another type than the API gives it */
    static Object read(Type type, JsonObject envelope, @Nullable String traceId) {
        try {
            Object read = JsonRecords.read(type, "data", envelope.get("data"));
            if (read == null) {
                throw new FieldException("data", "must be present, was null");
            }
            return read;
        } catch (FieldException e) {
            throw e.of(traceId);
        }
    }
}
