package net.aurpay.client.json;

import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbTypeAdapter;
import jakarta.json.bind.annotation.JsonbTypeDeserializer;
import jakarta.json.bind.annotation.JsonbTypeInfo;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Lists the properties that JSON-B reads into a class, by their names in JSON. */
final class JsonProperties {
    /** A type or a property with one of these is read by code that the annotation names. */
    private static final List<Class<? extends Annotation>> CUSTOM =
            List.of(JsonbTypeAdapter.class, JsonbTypeDeserializer.class, JsonbTypeInfo.class);

    private final Map<String, Type> types = new HashMap<>();
    private final Set<String> custom = new HashSet<>();

    private JsonProperties() {}

    /** The properties of a class or record; those that custom code reads are left out. */
    static Map<String, Type> of(Class<?> type) {
        JsonProperties properties = new JsonProperties();
        if (type.isRecord()) {
            for (RecordComponent component : type.getRecordComponents()) {
                properties.add(component.getName(), component.getAccessor(), component.getGenericType());
            }
        } else {
            for (Class<?> owner = type; owner != null; owner = owner.getSuperclass()) {
                properties.addFieldsAndSetters(owner);
            }
        }
        Stream.concat(Stream.of(type.getDeclaredConstructors()), Stream.of(type.getDeclaredMethods()))
                .filter(executable -> executable.isAnnotationPresent(JsonbCreator.class))
                .forEach(properties::addParameters);
        properties.types.keySet().removeAll(properties.custom);
        return properties.types;
    }

    /** Whether code that an annotation names reads this type or property. */
    static boolean isCustom(AnnotatedElement element) {
        return CUSTOM.stream().anyMatch(element::isAnnotationPresent);
    }

    private void addFieldsAndSetters(Class<?> type) {
        for (Field field : type.getDeclaredFields()) {
            add(field.getName(), field, field.getGenericType());
        }
        for (Method method : type.getDeclaredMethods()) {
            String name = method.getName();
            if (name.startsWith("set") && name.length() > 3 && method.getParameterCount() == 1) {
                String property = name.substring(3, 4).toLowerCase(Locale.ROOT) + name.substring(4);
                add(property, method, method.getGenericParameterTypes()[0]);
            }
        }
    }

    private void addParameters(Executable creator) {
        for (Parameter parameter : creator.getParameters()) {
            add(parameter.getName(), parameter, parameter.getParameterizedType());
        }
    }

    private void add(String name, AnnotatedElement element, Type type) {
        JsonbProperty property = element.getAnnotation(JsonbProperty.class);
        String json = property == null || property.value().isEmpty() ? name : property.value();
        types.putIfAbsent(json, type);
        if (isCustom(element)) {
            custom.add(json);
        }
    }
}
