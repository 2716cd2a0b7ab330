package net.aurpay.it.sandbox;

import com.sun.net.httpserver.Headers;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A request as it was received.
 *
 * @param target path and query, byte for byte
 * @param remotePort port of the caller: the same for all requests over one connection
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record ReceivedRequest(String method, String target, Headers headers, byte[] body, int remotePort) {
    public String path() {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    public @Nullable String query() {
        int query = target.indexOf('?');
        return query < 0 ? null : target.substring(query + 1);
    }

    /** Whether this is a request for an operation, which is spelled as in {@link RequestCounts}. */
    public boolean isOperation(String operation) {
        return RequestCounts.operation(this).equals(operation);
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** Returns the header if it is present exactly once, otherwise null. */
    public @Nullable String header(String name) {
        return headers.containsKey(name) && headers.get(name).size() == 1 ? headers.getFirst(name) : null;
    }

    /** Does not contain the headers, because they hold secrets. */
    @Override
    public String toString() {
        return method + " " + target;
    }
}
