package net.aurpay.client.json;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Maps the components of a record to the API's names: for example, {@code price} is {@code vs_price}. */
final class RecordMapping {
    /** Holds records of this library only, so the map disappears together with the application. */
    private static final Map<Class<?>, RecordMapping> SHAPES = new ConcurrentHashMap<>();

    final Constructor<?> constructor;
    final boolean keepsUnknown;
    private final boolean isOpenEnum;

    /** The components in their order, except {@code unknownFields} and those that are marked {@link NotInJson}. */
    final List<Field> fields;

    private RecordMapping(Constructor<?> constructor, List<Field> fields, boolean keepsUnknown, boolean isOpenEnum) {
        this.constructor = constructor;
        this.fields = fields;
        this.keepsUnknown = keepsUnknown;
        this.isOpenEnum = isOpenEnum;
    }

    /** Keeps what reflection would otherwise have to find out each time. */
    static final class Field {
        final String name;
        final Type type;
        final boolean falseMeansAbsent;
        private final Method accessor;

        private Field(RecordComponent component) {
            JsonName named = component.getAnnotation(JsonName.class);
            name = named == null ? snakeCase(component.getName()) : named.value();
            type = component.getGenericType();
            falseMeansAbsent = component.isAnnotationPresent(FalseMeansAbsent.class);
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

    static RecordMapping of(Class<?> type) {
        RecordMapping shape = SHAPES.get(type);
        if (shape == null) {
            // At worst, two threads do the work twice, which costs less than a lock each time.
            shape = shapeOf(type);
            SHAPES.put(type, shape);
        }
        return shape;
    }

    /** Whether the record is marked {@link OpenEnum}. */
    boolean isOpenEnum() {
        return isOpenEnum;
    }

    private static RecordMapping shapeOf(Class<?> type) {
        List<Class<?>> types = new ArrayList<>();
        List<Field> fields = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            types.add(component.getType());
            boolean skipped = component.isAnnotationPresent(NotInJson.class);
            if (component.getType() != Map.class && !skipped) {
                fields.add(new Field(component));
            }
        }
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types.toArray(new Class<?>[0]));
            return new RecordMapping(
                    constructor,
                    List.copyOf(fields),
                    fields.size() < types.size(),
                    type.isAnnotationPresent(OpenEnum.class));
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException("not a record: " + type, e);
        }
    }

    private static String snakeCase(String name) {
        return name.replaceAll("[A-Z]", "_$0").toLowerCase(Locale.ROOT);
    }
}
