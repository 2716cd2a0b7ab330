package net.aurpay.webhook.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import net.aurpay.webhook.ProbeOutcome;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResponseFindingsTest {
    private final ResponseFindings https = new ResponseFindings(URI.create("https://shop.example.com/pay/probe"));
    private final ResponseFindings http = new ResponseFindings(URI.create("http://shop.example.com/pay/probe"));

    @ParameterizedTest
    @CsvSource({
        "200, OTHER_APPLICATION, to another application or to a login page, correct aurpay.webhook.url",
        "401, NOT_RECOGNISED, another callback secret, give all nodes the same secret and the right time",
        "403, FORBIDDEN, 'a firewall, a bot check, or a security constraint in the application''s own web.xml', let requests",
        "404, NOT_FOUND, under the prefix </pay>, compare the prefix with what the proxy forwards",
        "502, BAD_GATEWAY, the proxy does not reach the application, compare the host and the port",
        "503, BAD_GATEWAY, the application has not started, see both logs",
        "504, BAD_GATEWAY, the proxy does not reach the application, compare the host and the port",
        "418, FAILED, was answered 418, see the log of the proxy"
    })
    void statusNamesTheCauseAndWhatToDo(int status, ProbeOutcome outcome, String cause, String remedy) {
        Finding finding = https.of(response(status, null));

        assertThat(finding.outcome()).isEqualTo(outcome);
        assertThat(finding.sentence())
                .contains(cause, remedy)
                .startsWith("<https://shop.example.com/pay/probe> was answered " + status);
    }

    @Test
    void loginIsToldFromAProbeThatIsNotRecognised() {
        Finding finding = https.of(new ProbeResponse(401, Optional.empty(), true, ""));

        assertThat(finding.outcome()).isEqualTo(ProbeOutcome.FORBIDDEN);
        assertThat(finding.sentence())
                .contains("a demand for a login", "a security constraint in its own web.xml", "without a login");
    }

    @ParameterizedTest
    @CsvSource({
        "https://shop.example.com/pay/probe?probe=secret, SCHEME_WRONG, must be https",
        "http://www.example.com/pay/probe, HOST_WRONG, the host in aurpay.webhook.url",
        "/login, REDIRECTED, without a login page",
        "mailto:x@example.com, REDIRECTED, without a redirect",
        "'not a url', REDIRECTED, without a redirect"
    })
    void redirectNamesTheCauseAndShowsNoQuery(String location, ProbeOutcome outcome, String words) {
        Finding finding = http.of(response(301, location));

        assertThat(finding.outcome()).isEqualTo(outcome);
        assertThat(finding.sentence()).contains(words).doesNotContain("secret");
    }

    @Test
    void plainRequestToATlsPortHasTheWrongScheme() {
        assertThat(http.of(response(400, null)).outcome()).isEqualTo(ProbeOutcome.SCHEME_WRONG);
        assertThat(https.of(response(400, null)).outcome()).isEqualTo(ProbeOutcome.FAILED);
    }

    private static ProbeResponse response(int status, @Nullable String location) {
        return new ProbeResponse(status, Optional.ofNullable(location), false, "");
    }
}
