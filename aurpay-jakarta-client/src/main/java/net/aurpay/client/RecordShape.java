package net.aurpay.client;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        List<Field> fields = Arrays.stream(components)
                .filter(component -> component.getType() != Map.class)
                .map(component -> new Field(snakeCase(component.getName()), component))
                .toList();
        try {
            return new RecordShape(
                    type.getDeclaredConstructor(types),
                    fields,
                    fields.stream().map(Field::name).collect(Collectors.toUnmodifiableSet()),
                    fields.size() < components.length);
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException("not a record: " + type, e);
        }
    }

    private static String snakeCase(String name) {
        return name.replaceAll("[A-Z]", "_$0").toLowerCase(Locale.ROOT);
    }
}
