package net.aurpay.webhook.probe;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.function.Predicate;
import javax.net.ssl.SSLException;
import net.aurpay.webhook.ProbeOutcome;

/** Names the cause if there was no response. */
final class ProbeFailures {
    private ProbeFailures() {}

    static Finding finding(URI url, IOException failure) {
        String start = "<" + url + "> cannot be reached: ";
        if (has(failure, SSLException.class::isInstance)) {
            return tls(url, start, failure);
        }
        if (has(failure, HttpConnectTimeoutException.class::isInstance)) {
            return new Finding(
                    ProbeOutcome.NO_CONNECTION,
                    start + "there was no connection in time, as with a firewall that drops packets, or a network that"
                            + " does not lead to its own public address");
        }
        if (has(failure, HttpTimeoutException.class::isInstance)) {
            return new Finding(ProbeOutcome.TIMED_OUT, start + "it was connected, but there was no response in time");
        }
        if (has(failure, e -> e instanceof UnknownHostException || e instanceof UnresolvedAddressException)) {
            return new Finding(
                    ProbeOutcome.HOST_WRONG,
                    start + "the host <" + url.getHost() + "> is unknown here; correct aurpay.webhook.url or the DNS");
        }
        if (has(failure, ConnectException.class::isInstance)) {
            return new Finding(
                    ProbeOutcome.NO_CONNECTION,
                    start + "nothing accepts connections there; compare host and port, and start the proxy");
        }
        return new Finding(
                ProbeOutcome.FAILED,
                start + "the connection ended without a response ("
                        + failure.getClass().getSimpleName() + ")");
    }

    private static Finding tls(URI url, String start, IOException failure) {
        if (has(failure, e -> isAbout(e, "No subject alternative") || isAbout(e, "No name matching"))) {
            return new Finding(
                    ProbeOutcome.TLS_NAME, start + "the certificate is for another host than <" + url.getHost() + ">");
        }
        if (has(
                failure,
                e -> e instanceof CertificateExpiredException || e instanceof CertificateNotYetValidException)) {
            return new Finding(
                    ProbeOutcome.TLS_EXPIRED, start + "the certificate has expired or is not valid yet; renew it");
        }
        if (has(failure, e -> e instanceof CertPathBuilderException || isAbout(e, "No trusted certificate"))) {
            return new Finding(
                    ProbeOutcome.TLS_UNKNOWN_CA,
                    start + "the certificate is issued by an authority that Java does not know here, or an intermediate"
                            + " certificate is missing");
        }
        if (has(failure, e -> isAbout(e, "Unsupported or unrecognized SSL message"))) {
            return new Finding(
                    ProbeOutcome.SCHEME_WRONG,
                    start + "no TLS is spoken at this port, so the scheme or the port in aurpay.webhook.url is wrong");
        }
        return new Finding(
                ProbeOutcome.TLS_FAILED, start + "TLS has failed, with a version or a cipher that only one side knows");
    }

    private static boolean isAbout(Throwable e, String words) {
        return String.valueOf(e.getMessage()).contains(words);
    }

    private static boolean has(Throwable failure, Predicate<Throwable> cause) {
        for (Throwable e = failure; e != null; e = e.getCause()) {
            if (cause.test(e)) {
                return true;
            }
        }
        return false;
    }
}
