package net.aurpay.it;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** An API that receives requests and never responds, or sends a byte per second of a response that never ends. */
final class StalledApi implements AutoCloseable {
    private static final String HEAD =
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 60000\r\n\r\n{";

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Queue<Socket> open = new ConcurrentLinkedQueue<>();
    private final AtomicInteger requests = new AtomicInteger();
    private volatile boolean drips;

    StalledApi() throws IOException {
        start(this::accept);
    }

    String url() {
        return "http://localhost:" + server.getLocalPort();
    }

    /** Sets whether a response begins and then sends a byte per second; otherwise no response begins. */
    void drip(boolean drips) {
        this.drips = drips;
    }

    /** Counts the requests whose head has arrived. */
    int requests() {
        return requests.get();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                open.add(socket);
                start(() -> serve(socket));
            }
        } catch (IOException e) {
            // The server is closed.
        }
    }

    private void serve(Socket socket) {
        try {
            InputStream request = socket.getInputStream();
            int ends = 0;
            while (ends < 2) {
                int next = request.read();
                if (next < 0) {
                    return;
                }
                ends = next == '\n' ? ends + 1 : next == '\r' ? ends : 0;
            }
            requests.incrementAndGet();
            OutputStream response = socket.getOutputStream();
            if (drips) {
                response.write(HEAD.getBytes(StandardCharsets.US_ASCII));
            }
            while (drips) {
                response.write(' ');
                response.flush();
                Thread.sleep(1000);
            }
        } catch (IOException | InterruptedException e) {
            // The client has closed the connection, or this server is closed.
        }
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "stalled-api");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        drips = false;
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
