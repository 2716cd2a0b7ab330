package net.aurpay.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class BuildersTest {
    @Test
    void eachMethodOfTheBuilderSetsTheComponentWithItsName() throws ReflectiveOperationException {
        for (Object builder : List.of(Order.builder(), Transaction.builder())) {
            Class<?> type = builder.getClass().getMethod("build").getReturnType();
            for (RecordComponent component : type.getRecordComponents()) {
                Object value = sample(component);
                builder.getClass()
                        .getMethod(component.getName(), component.getType())
                        .invoke(builder, value);

                Object built = builder.getClass().getMethod("build").invoke(builder);
                assertThat(component.getAccessor().invoke(built))
                        .as(type.getSimpleName() + "." + component.getName())
                        .isEqualTo(value);
            }
            Object full = builder.getClass().getMethod("build").invoke(builder);
            for (RecordComponent component : type.getRecordComponents()) {
                assertThat(component.getAccessor().invoke(full))
                        .as(component.getName())
                        .isEqualTo(sample(component));
            }
        }
    }

    @Test
    void whatIsNotSetIsNull() {
        assertThat(Order.builder().orderId("1").build()).hasAllNullFieldsOrPropertiesExcept("orderId");
        assertThat(Transaction.builder().build()).hasAllNullFieldsOrProperties();
    }

    private static Object sample(RecordComponent component) throws ReflectiveOperationException {
        String name = component.getName();
        Class<?> type = component.getType();
        if (type == BigDecimal.class) {
            return new BigDecimal(name.hashCode());
        } else if (type == Instant.class) {
            return Instant.ofEpochSecond(name.hashCode());
        } else if (type == Boolean.class) {
            return true;
        } else if (type == List.class) {
            return List.of(name);
        } else if (type == String.class) {
            return name;
        }
        return type.getConstructor(String.class).newInstance(name);
    }
}
