package net.aurpay.client.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseFilterTest {
    private static final String GOOD = "{\"code\":0,\"message\":\"ok\",\"data\":{\"balance\":\"0.1\"},\"result\":true}";

    @BeforeEach
    void configure() {
        FakeConfig.of("aurpay.max-response-size=100").install();
    }

    @Test
    void passesOnAGoodResponse() throws IOException {
        FakeExchange exchange = exchange(GOOD);
        new ResponseFilter().filter(exchange.request(), exchange.response());
        assertThat(exchange.responseHeaders).doesNotContainKey(ResponseFilter.FAILURE);
        assertThat(exchange.properties.get(ResponseFilter.ENVELOPE))
                .isInstanceOfSatisfying(JsonObject.class, envelope -> assertThat(envelope.getInt("code"))
                        .isZero());
        assertThat(exchange.responseBody.readAllBytes())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo(GOOD);
    }

    @Test
    void removesAFailureHeaderThatTheResponseBrings() {
        FakeExchange exchange = exchange(GOOD);
        exchange.responseHeaders.putSingle(ResponseFilter.FAILURE, "{}");
        new ResponseFilter().filter(exchange.request(), exchange.response());
        assertThat(exchange.responseHeaders).doesNotContainKey(ResponseFilter.FAILURE);
    }

    @Test
    void readsUpToTheBoundAndNotAByteMore() {
        FakeExchange fits = exchange(GOOD + " ".repeat(100 - GOOD.length()));
        new ResponseFilter().filter(fits.request(), fits.response());
        assertThat(fits.responseHeaders).doesNotContainKey(ResponseFilter.FAILURE);
        FakeExchange endless = exchange("");
        endless.responseBody = new Broken(Integer.MAX_VALUE, new IOException());
        assertThat(failure(endless).message()).contains("larger than aurpay.max-response-size <100>");
        assertThat(((Broken) endless.responseBody).read).isEqualTo(101);
    }

    /** A longer body is too large, even if its next byte is 0, and even if the body says how long it is. */
    @Test
    void saysThatALongBodyIsTooLargeAndNotThatItBrokeOff() {
        FakeExchange zero = exchange(GOOD + " ".repeat(100 - GOOD.length()) + "\0");
        FakeExchange announced = exchange(" ".repeat(1000));
        announced.responseHeaders.putSingle("Content-Length", "1000");

        assertThat(failure(zero).message()).contains("larger than aurpay.max-response-size");
        assertThat(failure(announced).message()).contains("larger than aurpay.max-response-size");
    }

    @Test
    void usesTheDefaultSizeIfTheConfigurationIsWrong() {
        FakeConfig.of("aurpay.max-response-size=many").install();
        FakeExchange exchange = exchange(GOOD + " ".repeat(100));

        new ResponseFilter().filter(exchange.request(), exchange.response());

        assertThat(exchange.responseHeaders).doesNotContainKey(ResponseFilter.FAILURE);
    }

    @Test
    void readsNothingBehindTheEndOfTheBody() {
        FakeExchange exchange = exchange("");
        exchange.responseBody = new EndingOnce(GOOD);

        new ResponseFilter().filter(exchange.request(), exchange.response());

        assertThat(exchange.responseHeaders).doesNotContainKey(ResponseFilter.FAILURE);
    }

    @Test
    void acceptsABodyAsLongAsItsContentLength() {
        FakeExchange exchange = exchange(GOOD);
        exchange.responseHeaders.putSingle("Content-Length", String.valueOf(GOOD.length()));

        new ResponseFilter().filter(exchange.request(), exchange.response());

        assertThat(exchange.responseHeaders).doesNotContainKey(ResponseFilter.FAILURE);
    }

    @Test
    void treatsAMissingStreamAsAnEmptyBody() {
        FakeExchange exchange = exchange("");
        exchange.hasResponseBody = false;
        exchange.properties.put(ResponseFilter.DEADLINE, System.nanoTime());

        assertThat(failure(exchange).message()).contains("with an empty body");
    }

    @Test
    void endsABodyThatArrivesAfterTheDeadline() {
        FakeExchange exchange = exchange(GOOD);
        exchange.properties.put(ResponseFilter.DEADLINE, System.nanoTime() - 1_000_000);

        assertThat(failure(exchange).message()).contains("broke off");
    }

    @Test
    void treatsABodyThatBreaksOffAsUnavailable() {
        for (Exception end :
                new Exception[] {new IOException("reset"), new IllegalStateException(), new ProcessingException("x")}) {
            FakeExchange exchange = exchange("");
            exchange.responseBody = new Broken(7, end);
            FailureDetails failure = failure(exchange);
            assertThat(failure.message()).contains("broke off");
            assertThat(failure.unavailable()).isTrue();
        }
    }

    /** On Payara, a broken connection looks like any other end of the stream. */
    @Test
    void treatsABodyShorterThanItsContentLengthAsUnavailable() {
        FakeExchange exchange = exchange(GOOD);
        exchange.responseHeaders.putSingle("Content-Length", String.valueOf(GOOD.length() + 1));

        FailureDetails failure = failure(exchange);

        assertThat(failure.message()).contains("broke off after " + GOOD.length() + " bytes");
        assertThat(failure.unavailable()).isTrue();
    }

    @Test
    void recognisesAWriteByItsMethodAndALogInByItsForm() {
        FakeExchange write = new FakeExchange("POST", "/api/withdraw", null);
        write.mediaType = MediaType.APPLICATION_JSON_TYPE;
        FakeExchange logIn = new FakeExchange("POST", "/api/user/login", null);
        logIn.mediaType = MediaType.APPLICATION_FORM_URLENCODED_TYPE;
        assertThat(failure(write).outcomeUnknown()).isTrue();
        assertThat(failure(new FakeExchange("POST", "/api/withdraw", null)).outcomeUnknown())
                .isTrue();
        assertThat(failure(logIn).outcomeUnknown()).isFalse();
        assertThat(failure(new FakeExchange("GET", "/api/v2/tx", null)).outcomeUnknown())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"API-Key", "API-Token", "Signature", "Authorization"})
    void showsNoCredentialsOfTheRequest(String header) {
        FakeExchange exchange = exchange("{\"code\":401,\"message\":\"who is Kx7-short ?\"}");
        exchange.requestHeaders.putSingle(header, header.equals("Authorization") ? "Bearer Kx7-short" : "Kx7-short");
        assertThat(failure(exchange).message()).isEqualTo("Aurpay answered code 401: who is *** ?");
    }

    /** REST clients keep a form as it is, or turn it into a map. */
    @Test
    void showsNoPasswordOfALogIn() {
        Form form = new Form("user", "ann").param("password", "Kx7-short").param("password", "");
        for (Object entity : List.of(form, form.asMap())) {
            FakeExchange exchange = exchange("{\"code\":401,\"message\":\"who is Kx7-short, ann?\"}");
            exchange.entity = entity;
            assertThat(failure(exchange).message()).isEqualTo("Aurpay answered code 401: who is ***, ann?");
        }
    }

    @Test
    void showsAResponseToAFormWithoutAPassword() {
        FakeExchange exchange = exchange("{\"code\":401,\"message\":\"who is ann?\"}");
        exchange.entity = new Form("user", "ann");
        assertThat(failure(exchange).message()).isEqualTo("Aurpay answered code 401: who is ann?");
    }

    @Test
    void showsNoVerificationCodeOfAWithdrawal() {
        FakeExchange exchange = exchange("{\"code\":401,\"message\":\"wrong: 123456\"}");
        exchange.properties.put(SigningFilter.VERIFY_CODE, "123456");
        assertThat(failure(exchange).message()).isEqualTo("Aurpay answered code 401: wrong: ***");
    }

    @Test
    void comparesARejectedSignatureWithTheTextThatWasSigned() {
        FakeExchange exchange = exchange("{\"code\":401,\"message\":\"no\"}");
        exchange.properties.put(SigningFilter.ORIGIN, "HMAC-SHA256 | 2024 | GET /api/v2/tx");
        assertThat(failure(exchange).message()).contains("the client signed <HMAC-SHA256 | 2024 | GET /api/v2/tx>");
    }

    @Test
    void ignoresACallThatGotNoResponse() {
        FakeExchange exchange = new FakeExchange("POST", "/api/v2/order/refund/1", null);
        exchange.status = 0;

        new ResponseFilter().filter(exchange.request(), exchange.response());

        assertThat(exchange.responseHeaders).isEmpty();
    }

    @Test
    @SuppressWarnings("NullAway") // This is how Quarkus calls it.
    void mapperIgnoresACallThatGotNoResponse() {
        assertThat(new HttpRuntime().isFailure(0, null)).isFalse();
    }

    private static FakeExchange exchange(String body) {
        FakeExchange exchange = new FakeExchange("GET", "/api/bln/balance", null);
        exchange.responseHeaders.putSingle("Content-Type", "application/json");
        exchange.responseBody = new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8));
        return exchange;
    }

    private static FailureDetails failure(FakeExchange exchange) {
        InputStream body = exchange.responseBody;
        new ResponseFilter().filter(exchange.request(), exchange.response());
        exchange.responseBody = body;
        return FailureDetails.fromJson(
                Objects.requireNonNull(exchange.responseHeaders.getFirst(ResponseFilter.FAILURE)));
    }

    /** Returns blanks, then throws an exception. */
    @SuppressWarnings("InputStreamSlowMultibyteRead") // The stream is short.
    private static final class Broken extends InputStream {
        private final int length;
        private final Exception end;
        private int read;

        Broken(int length, Exception end) {
            this.length = length;
            this.end = end;
        }

        @Override
        public int read() throws IOException {
            if (read < length) {
                read++;
                return ' ';
            }
            if (end instanceof RuntimeException unchecked) {
                throw unchecked;
            }
            throw (IOException) end;
        }
    }

    /** A stream that must not be read again after its end. */
    private static final class EndingOnce extends ByteArrayInputStream {
        private boolean ended;

        EndingOnce(String body) {
            super(body.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public synchronized int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }

        @Override
        public synchronized int read(byte[] buffer, int offset, int length) {
            if (ended) {
                throw new IllegalStateException("the stream has ended");
            }
            int count = super.read(buffer, offset, length);
            ended = count < 0;
            return count;
        }
    }
}
