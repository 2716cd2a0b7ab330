package net.aurpay.webhook.probe;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Sends one GET and follows no redirect. With {@link HttpURLConnection}, because Java 17's {@code HttpClient} cannot be closed,
 * and its threads would outlive the application.
 *
 * @param tls null for what Java accepts
 */
record ProbeCall(@Nullable SSLSocketFactory tls) {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration READ = Duration.ofSeconds(15);

    /** Longer than any answer of ours. */
    private static final int MAX_BODY = 65_536;

    private static final int OK = 200;

    ProbeResponse get(URI url, Map<String, String> headers) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) url.toURL().openConnection();
        try {
            prepare(connection);
            headers.forEach(connection::setRequestProperty);
            int status = connection.getResponseCode();
            return new ProbeResponse(
                    status,
                    Optional.ofNullable(connection.getHeaderField("Location")),
                    connection.getHeaderField("WWW-Authenticate") != null,
                    status == OK ? body(connection) : "");
        } finally {
            connection.disconnect();
        }
    }

    private void prepare(HttpURLConnection connection) throws IOException {
        connection.setConnectTimeout((int) CONNECT.toMillis());
        connection.setReadTimeout((int) READ.toMillis());
        connection.setInstanceFollowRedirects(false);
        connection.setUseCaches(false);
        // Nobody else uses this connection.
        connection.setRequestProperty("Connection", "close");
        if (connection instanceof HttpsURLConnection secure) {
            secure.setSSLSocketFactory(tls == null ? ofJava() : tls);
            // Asked only about a certificate for another host. An application may have a default that accepts it.
            secure.setHostnameVerifier((host, session) -> false);
        }
    }

    /** Not the server's own trust: Aurpay does not know which authorities were added to this server. */
    private static SSLSocketFactory ofJava() throws IOException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, null, null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException e) {
            throw new IOException("no TLS", e);
        }
    }

    /** A sender of single bytes is not waited for longer than the time limit. */
    private static String body(HttpURLConnection connection) throws IOException {
        long end = System.nanoTime() + READ.toNanos();
        byte[] body = new byte[MAX_BODY];
        int length = 0;
        try (InputStream in = connection.getInputStream()) {
            int read = in.read(body, 0, MAX_BODY);
            while (read > 0) {
                if (System.nanoTime() - end > 0) {
                    throw new SocketTimeoutException("Read timed out");
                }
                length += read;
                read = in.read(body, length, MAX_BODY - length);
            }
        }
        return new String(body, 0, length, StandardCharsets.UTF_8);
    }
}
