package net.aurpay.webhook.probe;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Locale;
import java.util.function.Predicate;
import javax.net.ssl.SSLException;
import net.aurpay.webhook.ProbeOutcome;

/** Names the cause if there was no response. */
final class ProbeFailures {
    /** Deeper than Java nests these exceptions. Also ends the loop if two exceptions are causes of each other. */
    private static final int MAX_DEPTH = 20;

    private ProbeFailures() {}

    static Finding finding(URI url, IOException failure) {
        String start = "<" + url + "> cannot be reached: ";
        if (has(failure, e -> e instanceof SSLException || isAbout(e, "hostname wrong"))) {
            return tls(url, start, failure);
        }
        if (has(failure, e -> e instanceof SocketTimeoutException && isAbout(e, "connect"))) {
            return new Finding(
                    ProbeOutcome.NO_CONNECTION,
                    start + "there was no connection in time, as with a firewall that drops packets, or a network from"
                            + " which its own public address cannot be reached; open the port, or probe from elsewhere");
        }
        if (has(failure, SocketTimeoutException.class::isInstance)) {
            return new Finding(
                    ProbeOutcome.TIMED_OUT,
                    start + "there was a connection, but no response in time; see the log of the proxy");
        }
        if (has(failure, UnknownHostException.class::isInstance)) {
            return new Finding(
                    ProbeOutcome.HOST_WRONG,
                    start + "the host <" + url.getHost() + "> is unknown here; correct aurpay.webhook.url or the DNS");
        }
        if (has(failure, e -> e instanceof ConnectException || e instanceof NoRouteToHostException)) {
            return new Finding(
                    ProbeOutcome.NO_CONNECTION,
                    start + "nothing accepts connections there; compare host and port, and start the proxy");
        }
        return new Finding(
                ProbeOutcome.FAILED,
                start + "the connection ended without a response ("
                        + failure.getClass().getSimpleName() + ")"
                        + (isHttp(url)
                                ? "; if https is expected at this port, correct the scheme in aurpay.webhook.url"
                                : "; see the log of the proxy"));
    }

    private static boolean isHttp(URI url) {
        return url.getScheme().equalsIgnoreCase("http");
    }

    private static Finding tls(URI url, String start, IOException failure) {
        if (has(failure, ProbeFailures::isAboutTheName)) {
            return new Finding(
                    ProbeOutcome.TLS_NAME,
                    start + "the certificate is for another host than <" + url.getHost()
                            + ">; correct the host in aurpay.webhook.url, or install a certificate for it");
        }
        if (has(
                failure,
                e -> e instanceof CertificateExpiredException || e instanceof CertificateNotYetValidException)) {
            return new Finding(
                    ProbeOutcome.TLS_EXPIRED, start + "the certificate has expired or is not valid yet; renew it");
        }
        if (has(failure, e -> e instanceof CertPathBuilderException || isAbout(e, "no trusted certificate"))) {
            return new Finding(
                    ProbeOutcome.TLS_UNKNOWN_CA,
                    start + "the certificate is issued by an authority that Java does not know, or an intermediate"
                            + " certificate is missing; install the whole chain of a public authority, because Aurpay"
                            + " does not know a private one either");
        }
        if (has(failure, e -> isAbout(e, "unrecognized ssl message"))) {
            return new Finding(
                    ProbeOutcome.SCHEME_WRONG,
                    start + "no TLS is spoken at this port, so the scheme or the port in aurpay.webhook.url is wrong");
        }
        return new Finding(
                ProbeOutcome.TLS_FAILED,
                start
                        + "TLS has failed, as with a version or a cipher that only one side knows; see the log of the proxy");
    }

    private static boolean isAboutTheName(Throwable e) {
        return isAbout(e, "no subject alternative")
                || isAbout(e, "no name matching")
                || isAbout(e, "hostname wrong")
                || isAbout(e, "unrecognized_name");
    }

    private static boolean isAbout(Throwable e, String words) {
        return String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains(words);
    }

    private static boolean has(Throwable failure, Predicate<Throwable> cause) {
        Throwable e = failure;
        for (int depth = 0; e != null && depth < MAX_DEPTH; depth++) {
            if (cause.test(e)) {
                return true;
            }
            e = e.getCause();
        }
        return false;
    }
}
