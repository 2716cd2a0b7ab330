package net.aurpay.client.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.ext.ParamConverter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class TimeConvertersTest {
    private final TimeConverters converters = new TimeConverters();

    @Test
    void writesAnInstantAsAurpayDoes() {
        assertThat(converter(Instant.class).toString(Instant.parse("2024-10-10T00:00:00.123Z")))
                .isEqualTo("2024-10-10T00:00:00");
    }

    @Test
    void writesAnyOtherTimeAsJavaDoes() {
        assertThat(converter(LocalDate.class).toString(LocalDate.of(2024, 10, 10)))
                .isEqualTo("2024-10-10");
    }

    @Test
    @SuppressWarnings("NullAway") // Jersey asks for null, although the interface forbids it.
    void leavesOutATimeThatIsNull() {
        assertThat(converter(Instant.class).toString(null)).isNull();
    }

    @Test
    void leavesOtherTypesToTheRestClient() {
        assertThat(converters.getConverter(String.class, null, null)).isNull();
        assertThat(converters.getConverter(Integer.class, null, null)).isNull();
    }

    private <T> ParamConverter<T> converter(Class<T> type) {
        return Objects.requireNonNull(converters.getConverter(type, null, null));
    }
}
