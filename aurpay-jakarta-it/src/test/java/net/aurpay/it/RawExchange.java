package net.aurpay.it;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Bytes to a server and the first of what comes back, with no HTTP client between. */
final class RawExchange {
    private static final int PATIENCE_MILLIS = 20_000;

    private RawExchange() {}

    /** The beginning of the answer. */
    static String send(URI server, String request) throws IOException {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            byte[] answer = new byte[1024];
            int length = socket.getInputStream().read(answer);
            return new String(answer, 0, Math.max(length, 0), StandardCharsets.UTF_8);
        }
    }
}
