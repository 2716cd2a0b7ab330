package net.aurpay.webhook.endpoint;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import net.aurpay.webhook.Sample;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BodyLengthTest {
    private static final int MAX = 100;

    @ParameterizedTest
    @CsvSource({
        "Content-Length,3,3",
        "Content-Length,0,0",
        "Content-Length,500,101",
        "Content-Length,x,0",
        "Content-Length,99999999999,0",
        "Transfer-Encoding,chunked,1",
        "Other,3,0"
    })
    void acceptsABodyThatIsNotShorterThanAnnounced(String header, String value, int found) {
        assertThatCode(() -> BodyLength.require(Sample.lists(Map.of(header, value)), found, MAX))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"Content-Length,3,0", "Content-Length,3,2", "Content-Length,500,99", "Transfer-Encoding,chunked,0"})
    void namesTheFilterThatHasReadTheBody(String header, String value, int found) {
        assertThatThrownBy(() -> BodyLength.require(Sample.lists(Map.of(header, value)), found, MAX))
                .isInstanceOf(MissingBytesException.class)
                .hasMessageContaining("<" + found + "> bytes left")
                .hasMessageContaining("<" + header + ": " + value + ">")
                .hasMessageContaining("a servlet filter in front of the endpoint has read the body");
    }
}
