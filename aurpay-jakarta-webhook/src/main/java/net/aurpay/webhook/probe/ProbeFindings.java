package net.aurpay.webhook.probe;

import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import net.aurpay.webhook.ProbeOutcome;
import net.aurpay.webhook.ProbeReport.Arrival;

/** Names the cause of a difference. */
final class ProbeFindings {
    private static final String PATH = "/callbacks/probe";

    private final URI url;

    ProbeFindings(URI url) {
        this.url = url;
    }

    /** The probe has reached this application. */
    Finding arrived(Arrival arrival, ProbeRequest probe) {
        if (!arrival.path().endsWith(PATH)) {
            return new Finding(
                    ProbeOutcome.PATH_CHANGED,
                    "the path was changed to <" + arrival.path() + ">, which should end in <" + PATH
                            + ">: callbacks would be answered 401 or 404; correct the path to which the proxy forwards");
        }
        String sent = ProbeEndpoint.withoutSeal(ProbeRequest.QUERY);
        if (!arrival.query().equals(sent)) {
            return new Finding(
                    ProbeOutcome.QUERY_CHANGED,
                    "the query was decoded, encoded again or removed on its way: sent was <" + sent + ">, arrived is <"
                            + arrival.query()
                            + ">; callbacks would be answered 401 with SIGNATURE_WRONG, so let the proxy"
                            + " forward the query as it is");
        }
        for (String name : probe.headers().keySet()) {
            if (arrival.changedHeaders().contains(name)) {
                return new Finding(
                        ProbeOutcome.HEADER_CHANGED,
                        "the header " + name + " was changed on its way: callbacks would be answered 401, so let the"
                                + " proxy forward it as it is");
            }
            if (!arrival.headers().contains(name)) {
                return new Finding(
                        ProbeOutcome.HEADER_LOST,
                        "the header " + name + " was removed on its way: callbacks would be answered 401, so let the"
                                + " proxy forward it");
            }
        }
        return new Finding(
                ProbeOutcome.OK,
                "a request from here to <" + url + "/probe> arrived unchanged; that does not prove that Aurpay gets"
                        + " through, because this request started inside your own network");
    }

    /** Something else has answered. */
    Finding answered(int status, Optional<String> location) {
        return switch (status) {
            case 200 ->
                new Finding(
                        ProbeOutcome.OTHER_APPLICATION,
                        "<" + url + "> was answered 200, but not by this application: the host <" + url.getHost()
                                + "> or the path leads to another one, or something in front answers itself");
            case 301, 302, 303, 307, 308 -> redirected(location.orElse(""));
            case 400 -> badRequest();
            case 401 ->
                new Finding(
                        ProbeOutcome.NOT_RECOGNISED,
                        "<" + url + "> was answered 401: something in front asks for a login, or the application that"
                                + " answered has another aurpay.webhook.secret or another time");
            case 403 ->
                new Finding(
                        ProbeOutcome.FORBIDDEN,
                        "<" + url
                                + "> was answered 403 by something in front of this application, such as a firewall, a"
                                + " bot check or a security constraint: let requests to this path through");
            case 404 ->
                new Finding(
                        ProbeOutcome.NOT_FOUND,
                        "<" + url + "> was answered 404: nothing receives callbacks under the prefix <"
                                + url.getRawPath()
                                + ">; compare it with what the proxy forwards and with \"callbacks at\" in the log");
            default -> failed("was answered " + status);
        };
    }

    private Finding badRequest() {
        return url.getScheme().equalsIgnoreCase("http")
                ? new Finding(
                        ProbeOutcome.SCHEME_WRONG,
                        "<" + url + "> was answered 400, as servers do that expect https at this port: the scheme in"
                                + " aurpay.webhook.url must be https then")
                : failed("was answered 400");
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
                sentence + "callbacks must be received where they are sent, without a redirect or a login page");
    }

    private static Optional<URI> uri(String location) {
        try {
            return Optional.of(url(location));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static URI url(String text) {
        return URI.create(text);
    }

    /** Without the query, which has the seal in it. */
    private static String shown(Optional<URI> to) {
        return to.map(found -> (found.getScheme() == null ? "" : found.getScheme() + "://")
                        + (found.getHost() == null ? "" : found.getHost())
                        + (found.getPort() < 0 ? "" : ":" + found.getPort())
                        + found.getRawPath())
                .orElse("an unreadable URL");
    }

    /** There was no response. */
    Finding failed(IOException failure) {
        return ProbeFailures.finding(url, failure);
    }

    Finding interrupted() {
        return failed("was not answered before the thread was interrupted");
    }

    private Finding failed(String how) {
        return new Finding(
                ProbeOutcome.FAILED, "<" + url + "> " + how + ", so it is not known whether callbacks arrive");
    }
}
