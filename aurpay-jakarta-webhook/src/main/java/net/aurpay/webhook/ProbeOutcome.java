package net.aurpay.webhook;

/** What a probe of the public URL has found; the sentence of the {@link ProbeReport} has the details. */
public enum ProbeOutcome {
    /** The probe arrived unchanged. */
    OK,
    /** The scheme of the configured URL is not the one that the server or the proxy expects. */
    SCHEME_WRONG,
    /** The host of the configured URL is unknown, or redirects to another one. */
    HOST_WRONG,
    /** The path behind {@code aurpay.webhook.url} has changed on its way. */
    PATH_CHANGED,
    /** The query was decoded, encoded again or removed. */
    QUERY_CHANGED,
    /** A header that callbacks need was removed. */
    HEADER_LOST,
    /** A header that callbacks need arrived with another value. */
    HEADER_CHANGED,
    /**
     * 403, or 401 with a demand for a login: something in front of this library rejects the request, for example a firewall, or a
     * security constraint of the application itself.
     */
    FORBIDDEN,
    /** 401: the application that answered did not recognise the probe as its own. */
    NOT_RECOGNISED,
    /** 404: nothing receives callbacks under this URL, usually because the prefix is wrong. */
    NOT_FOUND,
    /** 502, 503 or 504: the proxy does not reach the application, or the application has not started. */
    BAD_GATEWAY,
    /** The certificate is for another host. */
    TLS_NAME,
    /** The certificate is issued by an authority that Java does not know. */
    TLS_UNKNOWN_CA,
    /** The certificate has expired, or is not valid yet. */
    TLS_EXPIRED,
    /** TLS has failed for another reason. */
    TLS_FAILED,
    /** There is no connection: nothing accepts it, or a firewall drops packets. */
    NO_CONNECTION,
    /** There was a connection, but no response in time. */
    TIMED_OUT,
    /** The response was a redirect, which Aurpay need not follow. */
    REDIRECTED,
    /** The response was 200, but not from this application. It may be a login page. */
    OTHER_APPLICATION,
    /** Any other response or failure. */
    FAILED
}
