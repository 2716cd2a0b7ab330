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
import org.jspecify.annotations.Nullable;

/**
 * A record and the API's names of its components: {@code vsPrice} is {@code vs_price}.
 *
 * @param fields the components but for {@code unknownFields}, in their order
 */
record RecordShape(Constructor<?> constructor, List<Field> fields, boolean keepsUnknown) {
    /** Kept by the class it describes, so it goes when the application goes. */
    private static final ClassValue<RecordShape> SHAPES = new ClassValue<>() {
        @Override
        protected RecordShape computeValue(Class<?> type) {
            return shapeOf(type);
        }
    };

    /** What reflection would find out anew, each time it is asked. */
    record Field(String name, Type type, boolean falseMeansAbsent, Method accessor) {
        private static Field of(RecordComponent component) {
            return new Field(
                    snakeCase(component.getName()),
                    component.getGenericType(),
                    component.isAnnotationPresent(FalseMeansAbsent.class),
                    component.getAccessor());
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
        return SHAPES.get(type);
    }

    private static RecordShape shapeOf(Class<?> type) {
        List<Class<?>> types = new ArrayList<>();
        List<Field> fields = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            types.add(component.getType());
            if (component.getType() != Map.class) {
                fields.add(Field.of(component));
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
