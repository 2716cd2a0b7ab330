package net.aurpay.client.http;

import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.temporal.TemporalAccessor;
import net.aurpay.client.json.JsonFields;
import org.jspecify.annotations.Nullable;

/**
 * Writes times in paths and queries: an {@link Instant} as Aurpay spells it, in UTC and to the second, any other time
 * as {@code java.time} writes it. Jersey would fail at a type that it cannot create from text.
 */
final class TimeConverters implements ParamConverterProvider {
    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable ParamConverter<T> getConverter(
            Class<T> rawType, @Nullable Type genericType, Annotation @Nullable [] annotations) {
        return TemporalAccessor.class.isAssignableFrom(rawType) ? (ParamConverter<T>) new Written() : null;
    }

    static String text(Object time) {
        return time instanceof Instant instant ? JsonFields.UTC.format(instant) : time.toString();
    }

    private static final class Written implements ParamConverter<Object> {
        /** Never called: a client only writes. */
        @Override
        public Object fromString(String text) {
            throw new UnsupportedOperationException();
        }

        /** Jersey asks for null, too, and leaves out a parameter that stays null. */
        @Override
        public @Nullable String toString(@Nullable Object time) {
            return time == null ? null : text(time);
        }
    }
}
