package net.aurpay.webhook.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import net.aurpay.webhook.ProbeOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Failures that are hard to cause; those of TLS and of closed ports are in {@code ProbeIT}. */
class ProbeFailuresTest {
    private static final URI HTTPS = URI.create("https://shop.example.com/pay/probe");

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(
                        new SocketTimeoutException("Connect timed out"), ProbeOutcome.NO_CONNECTION, "drops packets"),
                Arguments.of(
                        new SocketTimeoutException("Read timed out"), ProbeOutcome.TIMED_OUT, "no response in time"),
                Arguments.of(new ConnectException("x"), ProbeOutcome.NO_CONNECTION, "start the proxy"),
                Arguments.of(new NoRouteToHostException("x"), ProbeOutcome.NO_CONNECTION, "start the proxy"),
                Arguments.of(
                        new UnknownHostException("x"), ProbeOutcome.HOST_WRONG, "<shop.example.com> is unknown here"),
                Arguments.of(new SocketException("x"), ProbeOutcome.FAILED, "see the log of the proxy"),
                Arguments.of(new IOException("HTTPS hostname wrong:  should be <x>"), ProbeOutcome.TLS_NAME, "install"),
                Arguments.of(new SSLException("alert: unrecognized_name"), ProbeOutcome.TLS_NAME, "install"),
                Arguments.of(new SSLHandshakeException("x"), ProbeOutcome.TLS_FAILED, "see the log of the proxy"),
                Arguments.of(
                        new SSLHandshakeException("x").initCause(new CertificateExpiredException()),
                        ProbeOutcome.TLS_EXPIRED,
                        "renew it"),
                Arguments.of(
                        new SSLHandshakeException("x").initCause(new CertificateNotYetValidException()),
                        ProbeOutcome.TLS_EXPIRED,
                        "renew it"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void failureNamesTheCauseAndWhatToDo(IOException failure, ProbeOutcome outcome, String words) {
        Finding finding = ProbeFailures.finding(HTTPS, failure);

        assertThat(finding.outcome()).isEqualTo(outcome);
        assertThat(finding.sentence()).contains(words).startsWith("<" + HTTPS + "> cannot be reached: ");
    }

    @Test
    void connectionThatATlsPortEndsNamesTheScheme() {
        Finding finding = ProbeFailures.finding(
                URI.create("http://shop.example.com/probe"), new SocketException("Unexpected end of file from server"));

        assertThat(finding.sentence()).contains("if https is expected at this port, correct the scheme");
    }

    @Test
    void causesThatGoInACircleEnd() {
        IOException failure = new IOException("x");
        failure.initCause(new IllegalStateException(failure));

        assertThat(ProbeFailures.finding(HTTPS, failure).outcome()).isEqualTo(ProbeOutcome.FAILED);
    }
}
