package net.aurpay.client.http;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.Encoded;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.MatrixParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A parameter of a call, or a component of a record that is such a parameter.
 *
 * @param type the declared type
 * @param record null unless this is a {@link Kind#RECORD}
 */
record CallParameter(Kind kind, String name, Class<?> type, @Nullable ParameterRecord record) {
    enum Kind {
        PATH("path parameter"),
        QUERY("query parameter"),
        RECORD("record with the parameters"),
        FORM("form parameter"),
        HEADER("header"),
        BODY("body");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    private static final Set<Class<?>> COLLECTIONS = Set.of(List.class, Set.class, SortedSet.class);

    /** A path that is, or contains, a step to another path. Some proxies decode {@code %2F} before they look for one. */
    private static final Pattern STEP = Pattern.compile("(?:.*[/\\\\])?\\.{1,2}(?:[/\\\\].*)?", Pattern.DOTALL);

    /** @throws IllegalArgumentException if this library cannot sign such a parameter as it is sent */
    static CallParameter of(AnnotatedElement annotated, Class<?> type, Type generic, Kind otherwise) {
        if (annotated.isAnnotationPresent(MatrixParam.class) || annotated.isAnnotationPresent(Encoded.class)) {
            throw new IllegalArgumentException(
                    "@MatrixParam and @Encoded are not supported, because REST clients differ in what they send");
        }
        PathParam path = annotated.getAnnotation(PathParam.class);
        if (path != null) {
            return text(Kind.PATH, path.value(), type, type);
        }
        QueryParam query = annotated.getAnnotation(QueryParam.class);
        if (query != null) {
            return text(Kind.QUERY, query.value(), type, COLLECTIONS.contains(type) ? element(generic) : type);
        }
        if (annotated.isAnnotationPresent(BeanParam.class)) {
            return new CallParameter(Kind.RECORD, type.getSimpleName(), type, ParameterRecord.of(type));
        }
        return new CallParameter(kind(annotated, otherwise), "", type, null);
    }

    private static Kind kind(AnnotatedElement annotated, Kind otherwise) {
        for (Class<? extends Annotation> header : List.of(HeaderParam.class, CookieParam.class)) {
            if (annotated.isAnnotationPresent(header)) {
                return Kind.HEADER;
            }
        }
        return annotated.isAnnotationPresent(FormParam.class) ? Kind.FORM : otherwise;
    }

    private static CallParameter text(Kind kind, String name, Class<?> type, @Nullable Class<?> element) {
        CallParameter parameter = new CallParameter(kind, name, type, null);
        if (element == null || !ParameterText.isTextual(element)) {
            throw parameter.unfit("must be a String, a number, a boolean, an enum, a UUID, a time or a record of one"
                    + " String" + (kind == Kind.QUERY ? ", or a List, Set or SortedSet of these" : "") + ", was <"
                    + type.getName() + ">; for anything else, pass the text");
        }
        return parameter;
    }

    private static @Nullable Class<?> element(Type collection) {
        return collection instanceof ParameterizedType parameterized
                        && parameterized.getActualTypeArguments()[0] instanceof Class<?> element
                ? element
                : null;
    }

    /**
     * Returns what the REST client gets in place of the argument: the same object if nothing has to be spelled.
     *
     * @throws IllegalArgumentException if the argument is unusable; the message says why
     */
    @Nullable
    Object prepare(@Nullable Object argument) {
        return switch (kind) {
            case FORM, HEADER -> argument;
            case BODY -> present(argument);
            case RECORD -> Objects.requireNonNull(record).prepare((Record) present(argument));
            case PATH -> {
                rejectOtherPath(String.valueOf(present(argument)));
                yield spelled(present(argument));
            }
            case QUERY ->
                argument instanceof Collection<?> values ? all(values) : argument == null ? null : spelled(argument);
        };
    }

    private Object present(@Nullable Object argument) {
        if (argument == null) {
            throw unfit("must not be null");
        }
        return argument;
    }

    private void rejectOtherPath(String text) {
        if (text.isEmpty() || STEP.matcher(text).matches()) {
            throw unfit("must not be empty, and no part of it may be . or .., was <" + text + ">");
        }
    }

    private Object all(Collection<?> values) {
        List<Object> spelled = new ArrayList<>(values.size());
        boolean same = true;
        for (Object value : values) {
            Object one = spelled(present(value));
            same &= one == value;
            spelled.add(one);
        }
        if (same) {
            return values;
        } else if (type == SortedSet.class) {
            return new TreeSet<>(spelled);
        }
        return type == Set.class ? new LinkedHashSet<>(spelled) : spelled;
    }

    private Object spelled(Object value) {
        try {
            return ParameterText.spelled(value, kind == Kind.PATH);
        } catch (IllegalArgumentException e) {
            throw unfit(String.valueOf(e.getMessage()));
        }
    }

    private IllegalArgumentException unfit(String rule) {
        return new IllegalArgumentException(("the " + kind.words + " " + name).strip() + " " + rule);
    }
}
