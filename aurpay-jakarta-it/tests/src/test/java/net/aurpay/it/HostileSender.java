package net.aurpay.it;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Sends hostile callbacks one after the other, over one connection as long as the server keeps it. */
final class HostileSender implements AutoCloseable {
    /**
     * After this time, the sender ends its side of the connection, for a server that waits for the rest of an odd
     * request.
     */
    private static final Duration SHORT = Duration.ofMillis(500);

    private final URI server;
    private @Nullable RawConnection kept;

    HostileSender(URI server) {
        this.server = server;
    }

    RawResponse send(WireCallback callback) throws IOException {
        return callback.alone() ? sendAlone(callback) : sendKept(callback);
    }

    private RawResponse sendAlone(WireCallback callback) throws IOException {
        try (RawConnection connection = new RawConnection(server)) {
            connection.send(callback.bytes());
            boolean sure = callback.verdict() == WireDraft.Verdict.ACCEPTED;
            if (!sure && !connection.hasResponse(SHORT)) {
                connection.finish();
            }
            return connection.response(callback.isHead(), RawConnection.PATIENCE);
        } catch (SocketTimeoutException e) {
            throw e;
        } catch (IOException e) {
            // The server has closed the connection while we were writing: a response, if any, is lost.
            return RawResponse.NONE;
        }
    }

    private RawResponse sendKept(WireCallback callback) throws IOException {
        if (kept != null) {
            try {
                return exchange(kept, callback);
            } catch (IOException e) {
                // The server may close a kept connection at any time: send again over a new one.
                close();
            }
        }
        kept = new RawConnection(server);
        return exchange(kept, callback);
    }

    private RawResponse exchange(RawConnection connection, WireCallback callback) throws IOException {
        connection.send(callback.bytes());
        RawResponse response = connection.response(callback.isHead(), RawConnection.PATIENCE);
        if (response.status() == 0) {
            throw new IOException("closed without a response");
        }
        if (response.head().contains("onnection: close") || response.head().contains("onnection: Close")) {
            close();
        }
        return response;
    }

    @Override
    public void close() throws IOException {
        if (kept != null) {
            kept.close();
            kept = null;
        }
    }
}
