package net.aurpay.client;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A record and the API's names of its components: {@code vsPrice} is {@code vs_price}. */
final class RecordShape {
    /** Of this library's records alone, so it goes when the application goes. */
    private static final Map<Class<?>, RecordShape> SHAPES = new ConcurrentHashMap<>();

    /** Texts for which Aurpay writes {@code false} or an empty string where it has none. */
    private static final Set<String> FALSE_MEANS_ABSENT =
            Set.of("address", "contractAddr", "fromAddr", "toAddr", "txHash");

    final Constructor<?> constructor;
    final boolean keepsUnknown;

    /** The components but for {@code unknownFields}, in their order. */
    final List<Field> fields;

    private RecordShape(Constructor<?> constructor, List<Field> fields, boolean keepsUnknown) {
        this.constructor = constructor;
        this.fields = fields;
        this.keepsUnknown = keepsUnknown;
    }

    /** What reflection would find out anew, each time it is asked. */
    static final class Field {
        final String name;
        final Type type;
        final boolean falseMeansAbsent;
        private final Method accessor;

        private Field(RecordComponent component) {
            name = snakeCase(component.getName());
            type = component.getGenericType();
            falseMeansAbsent = FALSE_MEANS_ABSENT.contains(component.getName());
            accessor = component.getAccessor();
        }

        @Nullable
        Object valueIn(Object owner) {
            try {
                return accessor.invoke(owner);
            } catch (InvocationTargetException | IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    static RecordShape of(Class<?> type) {
        RecordShape shape = SHAPES.get(type);
        if (shape == null) {
            // twice at worst, which costs less than a lock each time
            shape = shapeOf(type);
            SHAPES.put(type, shape);
        }
        return shape;
    }

    /** Whether it stands for a text out of a list that Aurpay may lengthen, as {@link OrderStatus} does. */
    boolean isWord() {
        return fields.size() == 1 && !keepsUnknown;
    }

    private static RecordShape shapeOf(Class<?> type) {
        List<Class<?>> types = new ArrayList<>();
        List<Field> fields = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            types.add(component.getType());
            if (component.getType() != Map.class) {
                fields.add(new Field(component));
            }
        }
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types.toArray(new Class<?>[0]));
            return new RecordShape(constructor, List.copyOf(fields), fields.size() < types.size());
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException("not a record: " + type, e);
        }
    }

    private static String snakeCase(String name) {
        return name.replaceAll("[A-Z]", "_$0").toLowerCase(Locale.ROOT);
    }
}
