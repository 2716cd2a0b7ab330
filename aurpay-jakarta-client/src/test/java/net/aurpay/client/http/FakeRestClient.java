package net.aurpay.client.http;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes URIs of the calls of an interface, in the two ways in which the REST clients of the servers were seen to do it. */
enum FakeRestClient {
    /** Encodes each text as a form does, and leaves a slash in a path. */
    RESTEASY {
        @Override
        String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
    },
    /** The same, but takes an escape for encoded already, fails at a brace, and orders the query otherwise. */
    JERSEY {
        @Override
        String encoded(String text) {
            if (text.contains("{") || text.contains("}")) {
                throw new IllegalStateException("a template variable has no value");
            }
            return URLEncoder.encode(text, StandardCharsets.UTF_8).replaceAll("%25(?=[0-9A-Fa-f]{2})", "%");
        }
    };

    abstract String encoded(String text);

    /** What a server receives when an application calls the method: path and query as they are sent. */
    String target(Method method, @Nullable Object... arguments) {
        @Nullable
        Object[] prepared = Objects.requireNonNull(CallParameters.of(method).prepare(arguments));
        return RequestTarget.of(RequestTarget.settled(uri(method, prepared)));
    }

    private URI uri(Method method, @Nullable Object[] arguments) {
        String path = RequestTarget.of(method);
        List<String> query = new ArrayList<>();
        for (int i = 0; i < arguments.length; i++) {
            PathParam named = method.getParameters()[i].getAnnotation(PathParam.class);
            if (named != null) {
                String text = encoded(text(arguments[i])).replace("+", "%20").replace("%2F", "/");
                path = path.replace("{" + named.value() + "}", text);
            } else {
                add(method.getParameters()[i], arguments[i], query);
            }
        }
        String text = String.join("&", query);
        return URI.create("https://dashboard.aurpay.net" + path + (text.isEmpty() ? "" : "?" + text));
    }

    private void add(AnnotatedElement annotated, @Nullable Object value, List<String> query) {
        QueryParam named = annotated.getAnnotation(QueryParam.class);
        if (annotated.isAnnotationPresent(BeanParam.class) && value != null) {
            Arrays.stream(value.getClass().getDeclaredFields())
                    .filter(field -> field.isAnnotationPresent(QueryParam.class))
                    .forEach(field -> add(field, valueOf(field, value), query));
        } else if (named != null && value != null) {
            Collection<?> values = value instanceof Collection<?> all ? all : List.of(value);
            values.forEach(one -> query.add(named.value() + "=" + encoded(text(one))));
        }
    }

    private static @Nullable Object valueOf(Field field, Object record) {
        try {
            field.setAccessible(true);
            return field.get(record);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static String text(@Nullable Object value) {
        Class<Object> type = (Class<Object>) Objects.requireNonNull(value).getClass();
        ParamConverter<Object> converter = new TimeConverters().getConverter(type, type, new Annotation[0]);
        return converter == null ? value.toString() : String.valueOf(converter.toString(value));
    }
}
