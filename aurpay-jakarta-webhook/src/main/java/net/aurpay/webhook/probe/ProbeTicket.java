package net.aurpay.webhook.probe;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What proves whose probe a request is.
 *
 * @param account as the request claims; empty for the unnamed account
 * @param sealed not yet believed
 */
record ProbeTicket(String account, String sealed) {
    static final String PARAMETER = "probe";

    private static final Pattern TEXT =
            Pattern.compile("([A-Za-z0-9_-]{0,64})\\.([A-Za-z0-9_-]{1,100}\\.[A-Za-z0-9_-]{1,100})");
    private static final Pattern IN_QUERY = Pattern.compile("(?<=(?:^|&)" + PARAMETER + "=)[^&]*");

    static Optional<ProbeTicket> of(String text) {
        Matcher ticket = TEXT.matcher(text);
        return ticket.matches() ? Optional.of(new ProbeTicket(ticket.group(1), ticket.group(2))) : Optional.empty();
    }

    static Optional<ProbeTicket> inQuery(String query) {
        Matcher found = IN_QUERY.matcher(query);
        return found.find() ? of(found.group()) : Optional.empty();
    }

    /** Replaces the ticket: nobody who reads a report is to send it again. */
    static String hiddenIn(String query) {
        return IN_QUERY.matcher(query).replaceAll("*");
    }

    @Override
    public String toString() {
        return account + "." + sealed;
    }
}
