package net.aurpay.webhook.probe;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import net.aurpay.webhook.ProbeOutcome;

/**
 * Names the cause if the response is not an answer of this application.
 *
 * @param url that was probed, without a query
 */
record ResponseFindings(URI url) {
    Finding of(ProbeResponse response) {
        String start = "<" + url + "> was answered " + response.status();
        return switch (response.status()) {
            case 200 ->
                new Finding(
                        ProbeOutcome.OTHER_APPLICATION,
                        start + ", but not by this application: the host <" + url.getHost()
                                + "> or the path leads to another application or to a login page, or the proxy answers"
                                + " itself; correct aurpay.webhook.url, or what the proxy forwards");
            case 301, 302, 303, 307, 308 -> redirected(response.location().orElse(""));
            case 400 -> badRequest(start);
            case 401 -> unauthorized(start, response.asksForLogin());
            case 403 ->
                new Finding(
                        ProbeOutcome.FORBIDDEN,
                        start + ", as this library never answers: something in front of it rejects the request, such as"
                                + " a firewall, a bot check, or a security constraint in the application's own"
                                + " web.xml; let requests to this path through");
            case 404 ->
                new Finding(
                        ProbeOutcome.NOT_FOUND,
                        start + ": nothing receives callbacks under the prefix <" + prefix()
                                + ">, or the application has not started; compare the prefix with what the proxy forwards,"
                                + " and with \"callbacks at\" in the log");
            case 502, 503, 504 ->
                new Finding(
                        ProbeOutcome.BAD_GATEWAY,
                        start
                                + ": the proxy does not reach the application, or the application has not started; compare"
                                + " the host and the port to which the proxy forwards, and see both logs");
            default -> failed(start);
        };
    }

    private String prefix() {
        String path = url.getRawPath();
        return path.substring(0, path.length() - ProbeRules.PATH.length());
    }

    private Finding unauthorized(String start, boolean asksForLogin) {
        return asksForLogin
                ? new Finding(
                        ProbeOutcome.FORBIDDEN,
                        start + " with a demand for a login, by something in front of the application, or by a security"
                                + " constraint in its own web.xml: let requests to this path through without a login,"
                                + " because Aurpay has none")
                : new Finding(
                        ProbeOutcome.NOT_RECOGNISED,
                        start + ", as is a request that is not authentic: the application that answered has another"
                                + " callback secret, or its clock differs by more than a minute, or the proxy removed"
                                + " the query and the header " + ProbeRequest.HEADER
                                + "; give all nodes the same secret and the right time, and let the proxy forward both");
    }

    private Finding badRequest(String start) {
        return url.getScheme().equalsIgnoreCase("http")
                ? new Finding(
                        ProbeOutcome.SCHEME_WRONG,
                        start + ", as by servers that expect https at this port: if so, the scheme in"
                                + " aurpay.webhook.url must be https")
                : failed(start);
    }

    private Finding redirected(String location) {
        Optional<URI> to = uri(location);
        String sentence = "<" + url + "> was answered with a redirect to <" + shown(to) + ">: ";
        if (to.isPresent() && to.get().getScheme() != null && to.get().getHost() != null) {
            if (!to.get().getHost().equalsIgnoreCase(url.getHost())) {
                return new Finding(
                        ProbeOutcome.HOST_WRONG,
                        sentence + "the host in aurpay.webhook.url must be the one that answers itself");
            }
            if (!to.get().getScheme().equalsIgnoreCase(url.getScheme())) {
                return new Finding(
                        ProbeOutcome.SCHEME_WRONG,
                        sentence + "the scheme in aurpay.webhook.url must be "
                                + to.get().getScheme().toLowerCase(Locale.ROOT));
            }
        }
        return new Finding(
                ProbeOutcome.REDIRECTED,
                sentence
                        + "Aurpay need not follow it, so let the proxy forward this path without a redirect and without"
                        + " a login page");
    }

    private static Optional<URI> uri(String location) {
        try {
            return Optional.of(URI.create(location));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Without the query, which has the ticket in it. */
    private static String shown(Optional<URI> to) {
        return to.map(found -> (found.getScheme() == null ? "" : found.getScheme() + "://")
                        + (found.getHost() == null ? "" : found.getHost())
                        + (found.getPort() < 0 ? "" : ":" + found.getPort())
                        + (found.getRawPath() == null ? "" : found.getRawPath()))
                .orElse("an unreadable URL");
    }

    private static Finding failed(String start) {
        return new Finding(
                ProbeOutcome.FAILED, start + ", so it is not known whether callbacks arrive; see the log of the proxy");
    }
}
