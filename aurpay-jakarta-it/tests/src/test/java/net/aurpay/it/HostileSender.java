package net.aurpay.it;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Sends hostile callbacks one after the other, on one connection as long as it can be kept. */
final class HostileSender implements AutoCloseable {
    /** After this, a server that waits for the rest of an odd request hears that there is none. */
    private static final Duration SHORT = Duration.ofMillis(500);

    private final URI server;
    private @Nullable RawConnection kept;

    HostileSender(URI server) {
        this.server = server;
    }

    RawAnswer send(WireCallback callback) throws IOException {
        return callback.alone() ? sendAlone(callback) : sendKept(callback);
    }

    private RawAnswer sendAlone(WireCallback callback) throws IOException {
        try (RawConnection connection = new RawConnection(server)) {
            connection.send(callback.bytes());
            boolean sure = callback.verdict() == WireDraft.Verdict.BELIEVED;
            if (!sure && !connection.isAnswered(SHORT)) {
                connection.finish();
            }
            return connection.answer(callback.isHead(), RawConnection.PATIENCE);
        } catch (SocketTimeoutException e) {
            throw e;
        } catch (IOException e) {
            // the server closed while we were writing: an answer, if there was one, is lost
            return RawAnswer.NONE;
        }
    }

    private RawAnswer sendKept(WireCallback callback) throws IOException {
        if (kept != null) {
            try {
                return exchange(kept, callback);
            } catch (IOException e) {
                // the server may close a kept connection at any time; then another one decides
                close();
            }
        }
        kept = new RawConnection(server);
        return exchange(kept, callback);
    }

    private RawAnswer exchange(RawConnection connection, WireCallback callback) throws IOException {
        connection.send(callback.bytes());
        RawAnswer answer = connection.answer(callback.isHead(), RawConnection.PATIENCE);
        if (answer.status() == 0) {
            throw new IOException("closed without an answer");
        }
        if (answer.head().contains("onnection: close") || answer.head().contains("onnection: Close")) {
            close();
        }
        return answer;
    }

    @Override
    public void close() throws IOException {
        if (kept != null) {
            kept.close();
            kept = null;
        }
    }
}
