package net.aurpay.webhook.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Set;
import net.aurpay.webhook.ProbeOutcome;
import net.aurpay.webhook.ProbeReport.Arrival;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArrivalFindingsTest {
    private static final Set<String> HEADERS = Set.of("Date", "Signature");
    private static final String PATH = "/shop/aurpay/callbacks/probe";
    private static final String QUERY = "reference=a%2Fb%20c%2bd%7Ee%C3%BC&x=%25%41+:&probe=*";

    @Test
    void unchangedProbeProvesNothingAboutAurpay() {
        Finding finding = finding("", PATH, QUERY, HEADERS, Set.of());

        assertThat(finding.outcome()).isEqualTo(ProbeOutcome.OK);
        assertThat(finding.sentence()).contains("does not prove that Aurpay gets through");
    }

    /** Each is what a proxy makes of a query. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "probe=*",
                "reference=a/b c+d~eü&x=%A :&probe=*",
                "reference=a%2Fb+c%2Bd%7Ee%C3%BC&x=%25A+%3A&probe=*",
                "reference=a%2fb%20c%2bd%7ee%c3%bc&x=%25%41+:&probe=*",
                "reference=a%2Fb%20c%2bd~e%C3%BC&x=%25%41+:&probe=*",
                "reference=a%2Fb%20c%2bd%7Ee%C3%BC&x=%25A+:&probe=*",
                "reference=a%2Fb%20c%2bd%7Ee%C3%BC&x=%25%41%20:&probe=*",
                "probe=*&reference=a%2Fb%20c%2bd%7Ee%C3%BC&x=%25%41+:",
                "reference=a%2Fb%20c%2bd%7Ee%C3%BC&x=%25%41+:&probe=*&utm=1"
            })
    void changedQueryIsShown(String query) {
        Finding finding = finding("", PATH, query, HEADERS, Set.of());

        assertThat(finding.outcome()).isEqualTo(ProbeOutcome.QUERY_CHANGED);
        assertThat(finding.sentence()).contains("sent was <" + QUERY + ">", "arrived is <" + query + ">");
    }

    @ParameterizedTest
    @CsvSource({
        "'', /shop/aurpay/callbacks/probe, OK",
        "'', /shop/aurpay/callbacks/north/probe, PATH_CHANGED",
        "'', /shop/aurpay/callbacks/probe/, PATH_CHANGED",
        "'', /shop/aurpay/callbacks/pr%6fbe, PATH_CHANGED",
        "north, /shop/aurpay/callbacks/north/probe, OK",
        "north, /shop/aurpay/callbacks/probe, PATH_CHANGED",
        "north, /shop/aurpay/callbacks/south/probe, PATH_CHANGED"
    })
    void endOfThePathMustBeThatOfTheAccount(String account, String path, ProbeOutcome outcome) {
        assertThat(finding(account, path, QUERY, HEADERS, Set.of()).outcome()).isEqualTo(outcome);
    }

    @Test
    void lostAndChangedHeadersAreNamed() {
        assertThat(finding("", PATH, QUERY, Set.of("Signature"), Set.of()).sentence())
                .contains("the header Date was removed");
        assertThat(finding("", PATH, QUERY, Set.of("Date"), Set.of("Signature")).sentence())
                .contains("the header Signature was changed");
    }

    private static Finding finding(String account, String path, String query, Set<String> same, Set<String> changed) {
        return new ArrivalFindings(
                        URI.create("https://shop.example.com/pay/probe"), account, List.of("Date", "Signature"))
                .of(new Arrival("http", path, query, same, changed));
    }
}
