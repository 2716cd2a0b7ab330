package net.aurpay.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs a proxy that rejects every CONNECT with a 503. */
record RejectingProxy(ServerSocket server, AtomicInteger rejected) {
    private static final byte[] BUSY = ("HTTP/1.1 503 Service Unavailable\r\nContent-Type: text/html\r\n"
                    + "Content-Length: 4\r\nConnection: close\r\n\r\nbusy")
            .getBytes(StandardCharsets.US_ASCII);

    static RejectingProxy start() {
        try {
            ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            RejectingProxy started = new RejectingProxy(server, new AtomicInteger());
            Thread thread = new Thread(started::serve, "rejecting proxy");
            thread.setDaemon(true);
            thread.start();
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return server.getLocalPort();
    }

    void close() throws IOException {
        server.close();
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                if (RawRequest.read(socket.getInputStream()).requestLine().startsWith("CONNECT ")) {
                    rejected.incrementAndGet();
                }
                socket.getOutputStream().write(BUSY);
            } catch (IOException e) {
                // The client has closed the connection, or the test has ended.
            }
        }
    }
}
