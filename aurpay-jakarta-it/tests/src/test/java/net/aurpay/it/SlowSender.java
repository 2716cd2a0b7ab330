package net.aurpay.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.net.SocketFactory;
import net.aurpay.webhook.testing.SignedCallback;

/** Opens many connections that begin a request at once, and then send a byte per second each without an end. */
final class SlowSender implements AutoCloseable {
    private static final byte[] BYTE = {'x'};

    private final List<RawConnection> connections;
    private final Thread drip = new Thread(this::drip, "slow-sender");

    SlowSender(URI server, int count, String beginning) {
        this(server, SocketFactory.getDefault(), count, beginning);
    }

    SlowSender(URI server, SocketFactory sockets, int count, String beginning) {
        connections = IntStream.range(0, count)
                .mapToObj(i -> open(server, sockets, beginning))
                .toList();
        drip.setDaemon(true);
        drip.start();
    }

    /** Returns a POST without its body, whose length is announced. */
    static String beginning(SignedCallback callback) {
        URI url = callback.url();
        return "POST " + url.getRawPath() + "?" + url.getRawQuery() + " HTTP/1.1\r\nHost: localhost\r\n"
                + callback.headers().entrySet().stream()
                        .map(header -> header.getKey() + ": " + header.getValue() + "\r\n")
                        .collect(Collectors.joining())
                + "Content-Type: application/json\r\nContent-Length: 60000\r\n\r\n";
    }

    /** Returns the statuses of the responses that have come although no request has ended; 0 stands for none. */
    List<Integer> responses() {
        return connections.stream().map(SlowSender::response).toList();
    }

    private void drip() {
        try {
            while (!Thread.interrupted()) {
                Thread.sleep(1000);
                connections.forEach(SlowSender::sendByte);
            }
        } catch (InterruptedException e) {
            // The connections are closed.
        }
    }

    private static RawConnection open(URI server, SocketFactory sockets, String beginning) {
        try {
            RawConnection connection = new RawConnection(server, sockets);
            connection.send(beginning.getBytes(StandardCharsets.US_ASCII));
            return connection;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void sendByte(RawConnection connection) {
        try {
            connection.send(BYTE);
        } catch (IOException e) {
            // The server has closed this connection.
        }
    }

    private static int response(RawConnection connection) {
        try {
            return connection.response(false, RawConnection.PATIENCE).status();
        } catch (IOException e) {
            return 0;
        }
    }

    boolean isSilent() {
        try {
            for (RawConnection connection : connections) {
                if (connection.hasResponse(Duration.ofMillis(1))) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        drip.interrupt();
        connections.forEach(connection -> {
            try {
                connection.close();
            } catch (IOException e) {
                // Then the connection is closed already.
            }
        });
    }
}
