package net.aurpay.webhook.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateExpiredException;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;
import net.aurpay.webhook.ProbeOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProbeFindingsTest {
    private final ProbeFindings https = new ProbeFindings(URI.create("https://shop.example.com/pay"));
    private final ProbeFindings http = new ProbeFindings(URI.create("http://shop.example.com/pay"));

    @ParameterizedTest
    @CsvSource({
        "200, OTHER_APPLICATION, not by this application",
        "401, NOT_RECOGNISED, another aurpay.webhook.secret",
        "403, FORBIDDEN, 403 by something in front",
        "404, NOT_FOUND, under the prefix </pay>",
        "502, FAILED, was answered 502"
    })
    void statusNamesTheCause(int status, ProbeOutcome outcome, String words) {
        Finding finding = https.answered(status, Optional.empty());

        assertThat(finding.outcome()).isEqualTo(outcome);
        assertThat(finding.sentence()).contains(words);
    }

    @ParameterizedTest
    @CsvSource({
        "https://shop.example.com/pay/probe?probe=secret, SCHEME_WRONG, must be https",
        "http://www.example.com/pay/probe, HOST_WRONG, the host in aurpay.webhook.url",
        "/login, REDIRECTED, without a redirect",
        "'not a url', REDIRECTED, without a redirect"
    })
    void redirectNamesTheCauseAndShowsNoQuery(String location, ProbeOutcome outcome, String words) {
        Finding finding = http.answered(301, Optional.of(location));

        assertThat(finding.outcome()).isEqualTo(outcome);
        assertThat(finding.sentence()).contains(words).doesNotContain("secret");
    }

    @Test
    void plainRequestToATlsPortHasTheWrongScheme() {
        assertThat(http.answered(400, Optional.empty()).outcome()).isEqualTo(ProbeOutcome.SCHEME_WRONG);
        assertThat(https.answered(400, Optional.empty()).outcome()).isEqualTo(ProbeOutcome.FAILED);
    }

    @Test
    void failureNamesTheCause() {
        assertThat(outcome(new HttpConnectTimeoutException("x"))).isEqualTo(ProbeOutcome.NO_CONNECTION);
        assertThat(outcome(new HttpTimeoutException("x"))).isEqualTo(ProbeOutcome.TIMED_OUT);
        assertThat(outcome(new ConnectException("x"))).isEqualTo(ProbeOutcome.NO_CONNECTION);
        assertThat(outcome(new IOException("x"))).isEqualTo(ProbeOutcome.FAILED);
        assertThat(outcome(caused(new ConnectException("x"), new UnresolvedAddressException())))
                .isEqualTo(ProbeOutcome.HOST_WRONG);
        assertThat(outcome(caused(new SSLHandshakeException("x"), new CertificateExpiredException("x"))))
                .isEqualTo(ProbeOutcome.TLS_EXPIRED);
    }

    private static IOException caused(IOException failure, Exception cause) {
        failure.initCause(cause);
        return failure;
    }

    private ProbeOutcome outcome(IOException failure) {
        return https.failed(failure).outcome();
    }
}
