package net.aurpay.client.json;

import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.lang.invoke.MethodType;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Finds the {@link Shape} of a Java type, as JSON-B would bind the type. Thread-safe. */
final class Shapes {
    private static final Shape JSON = checked(JsonFields::requireBoundedNumbers);
    private static final Shape TEXT = checked(JsonFields::string);

    /** The types whose values JSON-B would also read from JSON of another type. */
    private static final Map<Class<?>, Shape> SCALARS = Map.ofEntries(
            Map.entry(String.class, TEXT),
            Map.entry(Boolean.class, checked(JsonFields::bool)),
            Map.entry(Byte.class, whole(Byte.MIN_VALUE, Byte.MAX_VALUE)),
            Map.entry(Short.class, whole(Short.MIN_VALUE, Short.MAX_VALUE)),
            Map.entry(Integer.class, whole(Integer.MIN_VALUE, Integer.MAX_VALUE)),
            Map.entry(Long.class, whole(Long.MIN_VALUE, Long.MAX_VALUE)),
            Map.entry(BigInteger.class, Shape.scalar(Shapes::decimal)),
            Map.entry(Float.class, Shape.scalar(Shapes::decimal)),
            Map.entry(Double.class, Shape.scalar(Shapes::decimal)),
            Map.entry(URI.class, checked(JsonFields::link)),
            Map.entry(JsonValue.class, JSON),
            Map.entry(Object.class, JSON),
            // The library's Jsonb has adapters for these types, and the adapters check the values.
            Map.entry(BigDecimal.class, Shape.ANY),
            Map.entry(Instant.class, Shape.ANY),
            // JSON-B may be configured to write bytes as text.
            Map.entry(byte[].class, Shape.ANY));

    private final Map<Type, Shape> known = new ConcurrentHashMap<>();

    Shape of(Type type) {
        Shape shape = known.get(type);
        if (shape == null) {
            // At worst, two threads do the work twice, which costs less than a lock each time.
            shape = new Analysis().of(type, Map.of());
            known.put(type, shape);
        }
        return shape;
    }

    /** @param check throws an {@link UnexpectedFieldException} if a value does not fit */
    private static Shape checked(Consumer<JsonValue> check) {
        return Shape.scalar(value -> {
            check.accept(value);
            return value;
        });
    }

    private static Shape whole(long min, long max) {
        return Shape.scalar(value -> {
            Long whole = JsonFields.whole(value, min, max);
            return whole == null ? value : JsonP.PROVIDER.createValue(whole);
        });
    }

    private static JsonValue decimal(JsonValue value) {
        BigDecimal decimal = JsonFields.decimal(value);
        return decimal == null ? value : PlainDecimal.json(decimal);
    }

    /** The shape of a subtype of {@link JsonValue}, for example of {@link jakarta.json.JsonObject}. */
    private static Shape json(Class<?> type) {
        String kind = type.getSimpleName().replaceFirst("^Json", "").toLowerCase(Locale.ROOT);
        return checked(value -> {
            if (!type.isInstance(value) && value != JsonValue.NULL) {
                throw JsonFields.unfit(JsonFields.withArticle(kind), value);
            }
            JsonFields.requireBoundedNumbers(value);
        });
    }

    private static void requireSingle(JsonValue value) {
        if (value instanceof JsonStructure) {
            throw JsonFields.unfit("a single value", value);
        }
    }

    /** Analyses one type with all types that it contains, itself perhaps among them. */
    private static final class Analysis {
        private final Map<Generic, Shape> begun = new HashMap<>();

        /** A class with the shapes of its type arguments. */
        private record Generic(Class<?> type, List<Shape> arguments) {}

        /** @param variables the shapes for which the type variables stand where {@code type} was declared */
        Shape of(Type type, Map<TypeVariable<?>, Shape> variables) {
            if (type instanceof Class<?> plain) {
                return ofClass(new Generic(plain, List.of()));
            } else if (type instanceof ParameterizedType generic) {
                List<Shape> arguments = Arrays.stream(generic.getActualTypeArguments())
                        .map(argument -> of(argument, variables))
                        .toList();
                return ofClass(new Generic((Class<?>) generic.getRawType(), arguments));
            } else if (type instanceof TypeVariable<?> variable) {
                return variables.getOrDefault(variable, JSON);
            } else if (type instanceof WildcardType wildcard) {
                return of(wildcard.getUpperBounds()[0], variables);
            }
            return Shape.array(of(((GenericArrayType) type).getGenericComponentType(), variables));
        }

        private Shape ofClass(Generic generic) {
            Class<?> type = MethodType.methodType(generic.type).wrap().returnType();
            Shape scalar = SCALARS.get(type);
            if (scalar != null) {
                return scalar;
            } else if (JsonValue.class.isAssignableFrom(type)) {
                return json(type);
            } else if (type.isArray()) {
                return Shape.array(of(type.getComponentType(), Map.of()));
            } else if (Collection.class.isAssignableFrom(type)) {
                return Shape.array(lastArgument(generic));
            } else if (Map.class.isAssignableFrom(type)) {
                return Shape.object(Map.of(), lastArgument(generic));
            } else if (type == Optional.class) {
                return lastArgument(generic);
            } else if (type.isEnum()) {
                return TEXT;
            } else if (JsonProperties.isCustom(type) || Modifier.isAbstract(type.getModifiers())) {
                return Shape.ANY;
            } else if (type.getName().startsWith("java.")) {
                return checked(Shapes::requireSingle);
            }
            Shape known = begun.get(generic);
            return known == null ? ofProperties(generic) : known;
        }

        private static Shape lastArgument(Generic generic) {
            return generic.arguments.isEmpty() ? JSON : generic.arguments.get(generic.arguments.size() - 1);
        }

        private Shape ofProperties(Generic generic) {
            Map<TypeVariable<?>, Shape> variables = new HashMap<>();
            TypeVariable<?>[] declared = generic.type.getTypeParameters();
            for (int i = 0; i < generic.arguments.size(); i++) {
                variables.put(declared[i], generic.arguments.get(i));
            }
            Map<String, Shape> fields = new HashMap<>();
            Shape object = Shape.object(fields, Shape.ANY);
            begun.put(generic, object);
            JsonProperties.of(generic.type).forEach((name, type) -> fields.put(name, of(type, variables)));
            return object;
        }
    }
}
