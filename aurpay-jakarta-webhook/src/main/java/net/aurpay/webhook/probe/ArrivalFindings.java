package net.aurpay.webhook.probe;

import java.net.URI;
import java.util.List;
import net.aurpay.webhook.ProbeOutcome;
import net.aurpay.webhook.ProbeReport.Arrival;

/**
 * Names the cause of a difference, if the probe has reached this application.
 *
 * @param url that was probed, without a query
 * @param account empty for the unnamed account
 * @param headers that must arrive
 */
record ArrivalFindings(URI url, String account, List<String> headers) {
    private static final String SENT = ProbeTicket.hiddenIn(ProbeRequest.QUERY);

    Finding of(Arrival arrival) {
        String path = "/callbacks" + ProbeRules.below(account);
        if (!arrival.path().endsWith(path)) {
            return new Finding(
                    ProbeOutcome.PATH_CHANGED,
                    "the path was changed to <" + arrival.path() + ">, but should end in <" + path
                            + ">: callbacks would be answered 401 or 404; correct the path to which the proxy forwards");
        }
        if (!arrival.query().equals(SENT)) {
            return new Finding(
                    ProbeOutcome.QUERY_CHANGED,
                    "the query was decoded, encoded again, sorted or removed on its way: sent was <" + SENT
                            + ">, arrived is <" + arrival.query()
                            + ">; callbacks would be answered 401 with SIGNATURE_WRONG, so let the proxy forward the"
                            + " query as it is");
        }
        for (String name : headers) {
            if (arrival.changedHeaders().contains(name)) {
                return header(ProbeOutcome.HEADER_CHANGED, name, "changed on its way", " as it is");
            }
            if (!arrival.headers().contains(name)) {
                return header(ProbeOutcome.HEADER_LOST, name, "removed on its way", "");
            }
        }
        return new Finding(
                ProbeOutcome.OK,
                "a request from here to <" + url + "> arrived unchanged. That does not prove that Aurpay gets through,"
                        + " because this request started inside your own network");
    }

    private static Finding header(ProbeOutcome outcome, String name, String what, String how) {
        return new Finding(
                outcome,
                "the header " + name + " was " + what
                        + ": callbacks would be answered 401, so let the proxy forward this header" + how);
    }
}
