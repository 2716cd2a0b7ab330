package net.aurpay.client.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/**
 * Says why no response came. If an exception has several causes, the constant that comes first in this list decides.
 */
enum ConnectionFailure {
    UNKNOWN_HOST("host of " + ClientKeys.URL + " is unknown"),
    TLS_HANDSHAKE("TLS handshake failed"),
    NO_CONNECTION("no connection to " + ClientKeys.URL),
    PROXY_REFUSED("the proxy refused to connect"),
    NO_CONNECTION_IN_TIME("no connection within " + ClientKeys.CONNECT_TIMEOUT),
    NO_RESPONSE_IN_TIME(null),
    BROKEN(null);

    /**
     * The exceptions of HTTP clients, by their simple names, because each of these classes exists on some servers only.
     */
    private static final Map<String, ConnectionFailure> OF_HTTP_CLIENTS = Map.of(
            // Apache HttpClient, in Open Liberty and WildFly. Netty, in Quarkus, uses the first of these names, too.
            "ConnectTimeoutException", NO_CONNECTION_IN_TIME,
            "ConnectionPoolTimeoutException", NO_CONNECTION_IN_TIME,
            "ConnectionRequestTimeoutException", NO_CONNECTION_IN_TIME,
            // Netty, in Quarkus. This is a ConnectException, too, but not for lack of a connection.
            "HttpProxyConnectException", PROXY_REFUSED,
            // Vert.x, in Quarkus.
            "NoStackTraceTimeoutException", NO_RESPONSE_IN_TIME,
            "HttpClosedException", BROKEN);

    private final @Nullable String unsent;

    ConnectionFailure(@Nullable String unsent) {
        this.unsent = unsent;
    }

    /**
     * The beginning of a message if this failure proves that not a single byte of the request arrived; otherwise null.
     */
    @Nullable
    String unsent() {
        return unsent;
    }

    /** Finds the failure among the causes of an exception; null if no cause has anything to do with a connection. */
    static @Nullable ConnectionFailure of(List<Throwable> causes) {
        return causes.stream()
                .map(ConnectionFailure::of)
                .filter(Objects::nonNull)
                .min(ConnectionFailure::compareTo)
                .orElse(null);
    }

    private static @Nullable ConnectionFailure of(Throwable cause) {
        ConnectionFailure named = OF_HTTP_CLIENTS.get(cause.getClass().getSimpleName());
        if (named != null) {
            return named;
        } else if (cause instanceof UnknownHostException) {
            return UNKNOWN_HOST;
        } else if (isOpeningTls(cause)) {
            return TLS_HANDSHAKE;
        } else if (cause instanceof ConnectException || cause instanceof NoRouteToHostException) {
            return NO_CONNECTION;
        } else if (cause instanceof SocketTimeoutException) {
            return says(cause, "connect timed out") ? NO_CONNECTION_IN_TIME : NO_RESPONSE_IN_TIME;
        } else if (cause instanceof IOException) {
            return says(cause, "Unable to tunnel through proxy") ? PROXY_REFUSED : BROKEN;
        }
        return null;
    }

    private static boolean says(Throwable cause, String words) {
        return String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT));
    }

    /**
     * Whether TLS failed before anything could be sent. Later handshakes fail with the same exceptions: a server can
     * read a request and then renegotiate (TLS 1.2), or reject a client's certificate (TLS 1.3). Those handshakes run
     * within a read or a write, and only the first one is started by name. Vert.x, in Quarkus, waits for the first one
     * in a class that only opens connections.
     */
    private static boolean isOpeningTls(Throwable cause) {
        if (!(cause instanceof SSLHandshakeException || cause instanceof SSLPeerUnverifiedException)) {
            return false;
        }
        boolean isStarted = isWithin(cause, "(startHandshake|verifyHostname)", ".*")
                && !isWithin(cause, "(read|write)", ".*App(In|Out)putStream");
        return isStarted || isWithin(cause, "userEventTriggered", "io\\.vertx\\..*\\.ChannelProvider\\$.*");
    }

    private static boolean isWithin(Throwable thrown, String method, String type) {
        for (StackTraceElement frame : thrown.getStackTrace()) {
            if (frame.getMethodName().matches(method) && frame.getClassName().matches(type)) {
                return true;
            }
        }
        return false;
    }
}
