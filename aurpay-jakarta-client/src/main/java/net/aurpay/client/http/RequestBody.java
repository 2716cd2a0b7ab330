package net.aurpay.client.http;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.File;
import java.io.InputStream;
import java.io.Reader;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import net.aurpay.client.json.JsonBinding;

/** The bytes of a request's body, which are hashed and sent. */
final class RequestBody {
    private static final byte[] NOTHING = {};

    /** What a REST client would send as it is, or as a form: none of these is an object that JSON describes. */
    private static final List<Class<?>> NOT_JSON = List.of(
            CharSequence.class,
            byte[].class,
            InputStream.class,
            Reader.class,
            File.class,
            Path.class,
            Form.class,
            MultivaluedMap.class,
            StreamingOutput.class,
            EntityPart.class);

    private RequestBody() {}

    /**
     * Serialises the body of a request.
     *
     * @param known the parameters of methods that were called before
     * @throws IllegalArgumentException if the body is null although the method has one, or cannot be sent as JSON
     */
    static byte[] of(ClientRequestContext request, Map<Method, CallParameters> known) {
        Object entity = request.getEntity();
        if (entity == null) {
            Method method = InvokedMethod.of(request);
            if (method != null && CallParameters.of(method, known).hasBody()) {
                throw new IllegalArgumentException("the body must not be null");
            }
            return NOTHING;
        }
        if (Effect.isRead(request.getMethod())) {
            throw new IllegalArgumentException("a " + request.getMethod() + " must not have a body");
        }
        rejectWhatIsNotJson(entity);
        return JsonBinding.get().write(entity);
    }

    private static void rejectWhatIsNotJson(Object entity) {
        Object sample = entity instanceof List<?> list && !list.isEmpty() ? list.get(0) : null;
        for (Class<?> type : NOT_JSON) {
            if (type.isInstance(entity) || (type == EntityPart.class && type.isInstance(sample))) {
                throw unfit(entity);
            }
        }
    }

    private static IllegalArgumentException unfit(Object entity) {
        return new IllegalArgumentException("the body must be an object that this library writes as JSON and signs, was"
                + " a <" + entity.getClass().getName() + ">");
    }
}
