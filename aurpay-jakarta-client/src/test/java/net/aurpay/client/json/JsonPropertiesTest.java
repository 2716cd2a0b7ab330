package net.aurpay.client.json;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.json.bind.annotation.JsonbProperty;
import org.junit.jupiter.api.Test;

class JsonPropertiesTest {
    public static class Base {
        public int inherited;
    }

    public static class Bean extends Base {
        @JsonbProperty
        public int named;

        @JsonbProperty("renamed")
        public int original;

        public Bean(long notRead) {}

        @JsonbCreator
        public static Bean of(@JsonbProperty("created") int number) {
            return new Bean(number);
        }

        public static Bean other(@JsonbProperty("unmarked") int number) {
            return new Bean(number);
        }

        public void setSize(int size) {}

        public void setPair(int one, int two) {}

        public void set(int value) {}

        public void added(int value) {}
    }

    public record Pair(int first, int second) {
        @JsonbProperty("last")
        @Override
        public int second() {
            return second;
        }
    }

    @Test
    void listsFieldsSettersAndTheParametersOfTheCreator() {
        assertThat(JsonProperties.of(Bean.class))
                .containsOnlyKeys("inherited", "named", "renamed", "size", "created")
                .containsValue(int.class);
    }

    @Test
    void listsTheComponentsOfARecordByTheNamesOnTheirAccessors() {
        assertThat(JsonProperties.of(Pair.class)).containsOnlyKeys("first", "last");
    }
}
