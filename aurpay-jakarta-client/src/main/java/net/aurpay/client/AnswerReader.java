package net.aurpay.client;

import jakarta.enterprise.context.Dependent;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/**
 * Instantiated by the REST client. Reads the model out of an answer that {@link AnswerFilter} found good.
 *
 * <p>Named by its media type: that holds on every server, also where Jackson is preferred or the application has a
 * {@code Jsonb} of its own.
 */
@Dependent
@Consumes(MediaType.APPLICATION_JSON)
public class AnswerReader implements MessageBodyReader<Object> {
    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type != InputStream.class && type != byte[].class && type != String.class;
    }

    @Override
    public Object readFrom(
            Class<Object> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream stream) {
        try {
            Object data = JsonRecords.read(genericType, "data", Answer.data(stream));
            if (data == null) {
                throw new FieldException("data", "must be present, was null");
            }
            return data;
        } catch (FieldException e) {
            throw e.of(headers.getFirst(Answer.TRACE_ID));
        }
    }
}
