package net.aurpay.client.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.aurpay.client.OrderStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParameterTextTest {
    record Pair(String first, String second) {}

    record Count(int number) {}

    enum Colour {
        RED,
        /** Its text is a template for a REST client. */
        BRACED {
            @Override
            public String toString() {
                return "{braced}";
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                String.class,
                boolean.class,
                Boolean.class,
                byte.class,
                Short.class,
                int.class,
                Integer.class,
                long.class,
                float.class,
                Double.class,
                BigDecimal.class,
                BigInteger.class,
                UUID.class,
                Colour.class,
                Instant.class,
                LocalDate.class,
                OffsetDateTime.class,
                OrderStatus.class
            })
    void everyRestClientCanWriteTheseTypes(Class<?> type) {
        assertThat(ParameterText.isTextual(type)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                char.class,
                Character.class,
                Object.class,
                CharSequence.class,
                Number.class,
                Date.class,
                Optional.class,
                Map.class,
                List.class,
                byte[].class,
                Pair.class,
                Count.class
            })
    void restClientsDifferInWhatTheyMakeOfTheseTypes(Class<?> type) {
        assertThat(ParameterText.isTextual(type)).isFalse();
    }

    @Test
    void spellsATextAndTheTextOfARecord() {
        assertThat(ParameterText.spelled("a b", true)).isEqualTo("_aurpay_612062_");
        assertThat(ParameterText.spelled(new OrderStatus("a b"), false)).isEqualTo(new OrderStatus("_aurpay_612062_"));
    }

    @Test
    void leavesAnythingElseAsItIs() {
        for (Object value : List.of(
                "USDC-TRC20",
                OrderStatus.PENDING,
                Colour.RED,
                new BigDecimal("-1E+3"),
                1.5e-7,
                true,
                UUID.randomUUID(),
                Instant.parse("2024-10-10T00:00:00.123Z"),
                OffsetDateTime.parse("2024-10-10T00:00:00+02:00"))) {
            assertThat(ParameterText.spelled(value, true)).isSameAs(value);
            assertThat(ParameterText.spelled(value, false)).isSameAs(value);
        }
    }

    /** Only a String and a record of one String can be spelled, because only of these a copy can be made. */
    @Test
    void rejectsAValueWhoseTextARestClientWouldMistake() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ParameterText.spelled(Colour.BRACED, false))
                .withMessage("must be passed as a String, because of what is special in <{braced}>");
        ZonedDateTime zoned = ZonedDateTime.parse("2024-10-10T00:00:00+02:00[Europe/Berlin]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ParameterText.spelled(zoned, true))
                .withMessageContaining("must be passed as a String");
        assertThat(ParameterText.spelled(zoned, false)).isSameAs(zoned);
    }

    @Test
    void writesAnInstantAsAurpaySpellsItAndAnyOtherTimeAsJavaDoes() {
        assertThat(TimeConverters.text(Instant.parse("2024-10-10T23:59:59.999Z")))
                .isEqualTo("2024-10-10T23:59:59");
        assertThat(TimeConverters.text(LocalDate.parse("2024-10-10"))).isEqualTo("2024-10-10");
        assertThat(new TimeConverters().getConverter(String.class, String.class, null))
                .isNull();
    }
}
