package net.aurpay.client;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A record and the API's names of its components: {@code vsPrice} is {@code vs_price}.
 *
 * @param fields the components but for {@code unknownFields}, in their order
 */
record RecordShape(Constructor<?> constructor, List<Field> fields, Set<String> names, boolean keepsUnknown) {
    /** Kept by the class it describes, so it goes when the application goes. */
    private static final ClassValue<RecordShape> SHAPES = new ClassValue<>() {
        @Override
        protected RecordShape computeValue(Class<?> type) {
            return shapeOf(type);
        }
    };

    record Field(String name, RecordComponent component) {
        @Nullable
        Object valueIn(Object owner) {
            try {
                return component.getAccessor().invoke(owner);
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
        Set<String> names = new HashSet<>();
        for (RecordComponent component : type.getRecordComponents()) {
            types.add(component.getType());
            if (component.getType() != Map.class) {
                Field field = new Field(snakeCase(component.getName()), component);
                fields.add(field);
                names.add(field.name());
            }
        }
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types.toArray(new Class<?>[0]));
            return new RecordShape(constructor, List.copyOf(fields), Set.copyOf(names), fields.size() < types.size());
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException("not a record: " + type, e);
        }
    }

    private static String snakeCase(String name) {
        return name.replaceAll("[A-Z]", "_$0").toLowerCase(Locale.ROOT);
    }
}
