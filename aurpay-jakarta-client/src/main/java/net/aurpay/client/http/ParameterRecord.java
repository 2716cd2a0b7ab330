package net.aurpay.client.http;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A record with parameters of a call. The REST client gets a copy in which the texts are spelled; only of a record can
 * such a copy be made.
 */
final class ParameterRecord {
    private final Constructor<?> constructor;
    private final List<Field> fields = new ArrayList<>();
    private final List<CallParameter> parameters = new ArrayList<>();

    private ParameterRecord(Class<?> type, boolean annotated) {
        RecordComponent[] components = type.getRecordComponents();
        try {
            constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            for (RecordComponent component : components) {
                // The annotations of JAX-RS are on the field: a record's component itself cannot have them.
                Field field = type.getDeclaredField(component.getName());
                field.setAccessible(true);
                fields.add(field);
                if (annotated) {
                    parameters.add(CallParameter.of(
                            field, field.getType(), field.getGenericType(), CallParameter.Kind.HEADER));
                }
            }
        } catch (NoSuchMethodException | NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws IllegalArgumentException if the type is not a record, or if one of its components is not supported */
    static ParameterRecord of(Class<?> type) {
        if (!type.isRecord()) {
            throw new IllegalArgumentException("a @BeanParam must be a record, was <" + type.getName()
                    + ">: of anything else, no copy can be made in which texts are spelled as they are sent");
        }
        ParameterRecord record = new ParameterRecord(type, true);
        if (record.parameters.stream().anyMatch(parameter -> parameter.kind() == CallParameter.Kind.FORM)) {
            throw new IllegalArgumentException("a @BeanParam must not have a @FormParam");
        }
        return record;
    }

    /** Creates a record that holds nothing but a text. */
    static Object of(Class<?> type, String text) {
        return new ParameterRecord(type, false).create(new Object[] {text});
    }

    /**
     * Returns the record with its texts spelled: the same object if nothing has to be spelled.
     *
     * @throws IllegalArgumentException if a component is unusable
     */
    Object prepare(Record record) {
        @Nullable Object[] values = new @Nullable Object[fields.size()];
        boolean same = true;
        for (int i = 0; i < values.length; i++) {
            Object value = value(fields.get(i), record);
            values[i] = parameters.get(i).prepare(value);
            same &= values[i] == value;
        }
        return same ? record : create(values);
    }

    private Object create(@Nullable Object[] values) {
        String name = constructor.getDeclaringClass().getSimpleName();
        try {
            Object created = constructor.newInstance(values);
            for (int i = 0; i < values.length; i++) {
                if (!Objects.equals(value(fields.get(i), created), values[i])) {
                    throw new IllegalArgumentException("the constructor of " + name
                            + " must not change texts: check them elsewhere, or pass the texts one by one");
                }
            }
            return created;
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(
                    "the constructor of " + name
                            + " must accept any text: check texts elsewhere, or pass them one by one",
                    e);
        } catch (InstantiationException | IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable Object value(Field field, Object record) {
        try {
            return field.get(record);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
