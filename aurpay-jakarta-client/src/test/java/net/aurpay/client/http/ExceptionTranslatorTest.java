package net.aurpay.client.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.ProcessingException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.reflect.Method;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import net.aurpay.client.AurpayException;
import net.aurpay.client.AurpayUnavailableException;
import net.aurpay.client.AuthClient;
import net.aurpay.client.LightningClient;
import net.aurpay.client.OrderClient;
import net.aurpay.client.RefundInfo;
import net.aurpay.client.WalletClient;
import net.aurpay.client.json.UnexpectedFieldException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ExceptionTranslatorTest {
    private static final String DESTINATION = "<api.example.com:443>";
    private static final Method READ = RecordedResponse.method(OrderClient.class, "order");
    private static final Method WRITE = RecordedResponse.method(OrderClient.class, "refund");

    static Stream<Arguments> unsent() {
        return Stream.of(
                Arguments.of(
                        new ConnectException("Connection refused"),
                        "no connection to aurpay/mp-rest/url: " + DESTINATION),
                Arguments.of(
                        new NoRouteToHostException("No route"), "no connection to aurpay/mp-rest/url: " + DESTINATION),
                Arguments.of(new UnknownHostException("nowhere"), "host of aurpay/mp-rest/url is unknown"),
                Arguments.of(
                        within(new SSLHandshakeException("PKIX path"), "sun.security.ssl.SSLSocketImpl.startHandshake"),
                        "TLS handshake failed: " + DESTINATION),
                Arguments.of(
                        within(
                                new SSLPeerUnverifiedException("wrong name"),
                                "org.apache.http.conn.ssl.SSLConnectionSocketFactory.verifyHostname"),
                        "TLS handshake failed: " + DESTINATION),
                Arguments.of(
                        within(
                                new SSLHandshakeException("Failed to create SSL connection"),
                                "io.vertx.core.net.impl.ChannelProvider$1.userEventTriggered"),
                        "TLS handshake failed: " + DESTINATION),
                Arguments.of(new HttpProxyConnectException(), "the proxy refused to connect: " + DESTINATION),
                Arguments.of(
                        new IOException("Unable to tunnel through proxy. Proxy returns \"HTTP/1.1 503 Busy\""),
                        "the proxy refused to connect: " + DESTINATION),
                Arguments.of(new SocketTimeoutException("Connect timed out"), "aurpay/mp-rest/connectTimeout"),
                Arguments.of(new SocketTimeoutException("connect timed out"), "aurpay/mp-rest/connectTimeout"),
                Arguments.of(new ConnectTimeoutException(), "aurpay/mp-rest/connectTimeout"),
                Arguments.of(new ConnectionPoolTimeoutException(), "aurpay/mp-rest/connectTimeout"));
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                Arguments.of(new SocketTimeoutException("Read timed out"), "aurpay/mp-rest/readTimeout"),
                Arguments.of(new SocketTimeoutException(), "aurpay/mp-rest/readTimeout"),
                Arguments.of(new SocketException("Connection reset"), "the connection broke"),
                Arguments.of(new SocketException("Broken pipe"), "the connection broke"),
                Arguments.of(new EOFException(), "the connection broke"),
                Arguments.of(new SSLException("bad record"), "the connection broke"),
                // TLS 1.2 renegotiates, or a server with TLS 1.3 rejects the client's certificate.
                Arguments.of(
                        within(
                                new SSLHandshakeException("handshake_failure"),
                                "sun.security.ssl.SSLSocketImpl$AppInputStream.read"),
                        "the connection broke"),
                Arguments.of(
                        within(
                                new SSLHandshakeException("no cipher suites"),
                                "sun.security.ssl.SSLSocketImpl.startHandshake",
                                "sun.security.ssl.SSLSocketImpl$AppOutputStream.write"),
                        "the connection broke"),
                // The same event, but for a connection that is open.
                Arguments.of(
                        within(
                                new SSLHandshakeException("bad_certificate"),
                                "io.vertx.core.net.impl.VertxHandler.userEventTriggered"),
                        "the connection broke"),
                // The TLS engine does not show where it failed.
                Arguments.of(new SSLHandshakeException("General SSLEngine problem"), "the connection broke"),
                Arguments.of(new IOException("Connect timed out, they say"), "the connection broke"));
    }

    /** Makes an exception look as if these methods had thrown it, innermost method first. */
    private static Exception within(Exception thrown, String... methods) {
        thrown.setStackTrace(Stream.of(methods)
                .map(method -> method.split("\\.(?=\\w+$)"))
                .map(parts -> new StackTraceElement(parts[0], parts[1], null, -1))
                .toArray(StackTraceElement[]::new));
        return thrown;
    }

    /** A class like those that Quarkus generates: it has the interface's methods without the annotations of JAX-RS. */
    abstract static class Wrapper implements OrderClient {
        @Override
        public abstract RefundInfo refund(String orderId);
    }

    @Test
    void recognisesAWriteThroughAClassThatTheServerGenerates() {
        AurpayException thrown = ExceptionTranslator.of(
                RecordedResponse.method(Wrapper.class, "refund"),
                new ProcessingException(new EOFException()),
                DESTINATION);

        assertThat(thrown.outcomeUnknown()).isTrue();
        assertThat(thrown).hasMessageStartingWith("OrderClient.refund: ");
    }

    /** The exceptions of Vert.x are not {@link IOException}s. */
    @Test
    void connectionThatVertxLosesMeansUnavailable() {
        assertThat(ExceptionTranslator.of(WRITE, new ProcessingException(new HttpClosedException()), DESTINATION))
                .isInstanceOf(AurpayUnavailableException.class)
                .hasMessageContaining("the connection broke")
                .returns(true, AurpayException::outcomeUnknown);
        assertThat(ExceptionTranslator.of(
                        READ, new ProcessingException(new NoStackTraceTimeoutException()), DESTINATION))
                .isInstanceOf(AurpayUnavailableException.class)
                .hasMessageContaining("aurpay/mp-rest/readTimeout");
    }

    @ParameterizedTest
    @MethodSource("unsent")
    void recognisesWhatWasNeverSent(Exception cause, String message) {
        AurpayException thrown = ExceptionTranslator.of(WRITE, new ProcessingException(cause), DESTINATION);
        assertThat(thrown).isInstanceOf(AurpayUnavailableException.class).hasCauseInstanceOf(ProcessingException.class);
        assertThat(thrown)
                .hasMessageContaining("OrderClient.refund: ")
                .hasMessageContaining(message)
                .hasMessageEndingWith("nothing was sent");
        assertThat(thrown.outcomeUnknown()).isFalse();
        assertThat(thrown.httpStatus()).isZero();
        assertThat(thrown.code()).isEqualTo(AurpayException.NO_CODE);
    }

    @ParameterizedTest
    @MethodSource("broken")
    void treatsAnythingElseAsSent(Exception cause, String message) {
        AurpayException write = ExceptionTranslator.of(WRITE, new ProcessingException(cause), DESTINATION);
        assertThat(write).isInstanceOf(AurpayUnavailableException.class);
        assertThat(write).hasMessageContaining(message).hasMessageContaining("look it up before calling again");
        assertThat(write.outcomeUnknown()).isTrue();
        AurpayException read = ExceptionTranslator.of(READ, new ProcessingException(cause), DESTINATION);
        assertThat(read).isInstanceOf(AurpayUnavailableException.class);
        assertThat(read).hasMessageContaining(message);
        assertThat(read.getMessage()).doesNotContain("look it up");
        assertThat(read.outcomeUnknown()).isFalse();
    }

    @Test
    void doesNotReportAFaultOfTheRestClientAsALostConnection() {
        AurpayException thrown =
                ExceptionTranslator.of(WRITE, new ProcessingException(new IllegalArgumentException("id")), DESTINATION);
        assertThat(thrown).isExactlyInstanceOf(AurpayException.class);
        assertThat(thrown).hasMessageContaining("the REST client failed (IllegalArgumentException)");
        assertThat(thrown.outcomeUnknown()).isTrue();
    }

    @Test
    void passesOnAnAurpayExceptionUnchanged() {
        AurpayException known = FailureDetails.unsent("rejected").exception(null);
        assertThat(ExceptionTranslator.of(WRITE, new ProcessingException(new IOException(known)), DESTINATION))
                .isSameAs(known);
    }

    @Test
    void keepsCodeStatusAndTraceIdOfAResponseWithAWrongField() {
        Exception field = new ProcessingException(new UnexpectedFieldException("must be a number")
                .within("data.amount")
                .of("A1B2C3D4"));
        AurpayException thrown = ExceptionTranslator.of(WRITE, field, DESTINATION);
        assertThat(thrown).isExactlyInstanceOf(AurpayException.class);
        assertThat(thrown)
                .hasMessageContaining("data.amount")
                .hasMessageContaining("code 0")
                .hasMessageContaining("look it up");
        assertThat(thrown.outcomeUnknown()).isTrue();
        assertThat(thrown.code()).isZero();
        assertThat(thrown.httpStatus()).isEqualTo(200);
        assertThat(thrown.traceId()).isEqualTo("A1B2C3D4");
        assertThat(ExceptionTranslator.of(READ, field, DESTINATION).outcomeUnknown())
                .isFalse();
    }

    @Test
    void doesNotAdviseALookUpThatTheApiLacks() {
        Method method = RecordedResponse.method(OrderClient.class, "createPaymentUrl");

        assertThat(ExceptionTranslator.of(method, new EOFException(), DESTINATION))
                .hasMessageContaining("it may have taken effect")
                .hasMessageEndingWith("ask for another")
                .returns(true, AurpayException::outcomeUnknown);
    }

    @Test
    void translatesALinkageErrorLikeAnyOtherFailure() {
        assertThat(ExceptionTranslator.of(WRITE, new NoClassDefFoundError("x"), DESTINATION))
                .hasMessageContaining("the REST client failed (NoClassDefFoundError)")
                .returns(true, AurpayException::outcomeUnknown);
    }

    @Test
    void endsIfTheCausesFormARing() {
        Exception one = new IOException("one");
        Exception two = new IOException("two", one);
        one.initCause(two);
        assertThat(ExceptionTranslator.of(WRITE, one, DESTINATION)).isInstanceOf(AurpayUnavailableException.class);
    }

    @Test
    void recognisesTheSixWrites() {
        assertThat(Stream.of(AuthClient.class, OrderClient.class, WalletClient.class, LightningClient.class)
                        .flatMap(client -> Stream.of(client.getMethods()))
                        .filter(method -> ExceptionTranslator.effect(method) != Effect.NONE)
                        .map(method -> method.getDeclaringClass().getSimpleName() + "." + method.getName()))
                .containsExactlyInAnyOrder(
                        "OrderClient.createPaymentUrl",
                        "OrderClient.createPayment",
                        "OrderClient.refund",
                        "WalletClient.withdraw",
                        "LightningClient.createOrder",
                        "LightningClient.withdraw");
    }

    /** Has the same simple name as an exception of Apache HttpClient. */
    private static final class ConnectTimeoutException extends InterruptedIOException {
        private static final long serialVersionUID = 1;
    }

    /** Has the same simple name as an exception of Netty. */
    private static final class HttpProxyConnectException extends ConnectException {
        private static final long serialVersionUID = 1;
    }

    /** Has the same simple name as an exception of Vert.x. */
    private static final class HttpClosedException extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private static final class NoStackTraceTimeoutException extends TimeoutException {
        private static final long serialVersionUID = 1;
    }

    private static final class ConnectionPoolTimeoutException extends InterruptedIOException {
        private static final long serialVersionUID = 1;
    }
}
