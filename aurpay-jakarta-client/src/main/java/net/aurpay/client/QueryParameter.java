package net.aurpay.client;

import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Instantiated by the REST client. Carries a whole query through the JAX-RS implementation in letters and digits, which
 * none of them touches: left to themselves they reorder parameters, write {@code %3A} for a colon, take {@code %41} for
 * encoded already, or fail at a brace.
 */
public class QueryParameter implements ParamConverterProvider, ParamConverter<ApiQuery> {
    /** The one parameter that the JAX-RS implementation sees; it is never sent. */
    static final String NAME = "aurpay-query";

    private static final Pattern WRAPPED = Pattern.compile("(?<=[?&])" + NAME + "=([0-9A-Za-z_-]*)");

    @Override
    @SuppressWarnings("unchecked") // the converter is asked for with the type that it is made for
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type genericType, Annotation[] annotations) {
        return ApiQuery.class.isAssignableFrom(type) ? (ParamConverter<T>) this : null;
    }

    /** The URI with the query that was carried in it. */
    static URI unwrap(URI uri) {
        String text = uri.toString();
        Matcher wrapped = WRAPPED.matcher(text);
        if (!wrapped.find()) {
            return uri;
        }
        String query = new String(Base64.getUrlDecoder().decode(wrapped.group(1)), StandardCharsets.US_ASCII);
        String before = text.substring(0, wrapped.start());
        String after = text.substring(wrapped.end());
        if (!query.isEmpty()) {
            return URI.create(before + query + after);
        }
        // without any parameter its separator goes too
        return URI.create(
                after.startsWith("&") ? before + after.substring(1) : before.substring(0, before.length() - 1) + after);
    }

    @Override
    public String toString(ApiQuery query) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(QueryText.of(query).getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public ApiQuery fromString(String value) {
        throw new UnsupportedOperationException("a query is written only");
    }
}
