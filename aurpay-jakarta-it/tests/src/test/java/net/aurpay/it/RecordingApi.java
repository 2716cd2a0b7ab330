package net.aurpay.it;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A plain HTTP server in place of Aurpay: keeps each request as its bytes came, and closes each connection. */
final class RecordingApi implements AutoCloseable {
    private final ServerSocket server;
    private final List<RawRequest> requests = new ArrayList<>();
    private final Queue<String> responses = new ConcurrentLinkedQueue<>();
    private volatile String data = "{}";

    RecordingApi() {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        Thread thread = new Thread(this::serve, "recording-api");
        thread.setDaemon(true);
        thread.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    /** Forgets what came, and responds to all further requests with this {@code data}. */
    void respond(String data) {
        synchronized (requests) {
            requests.clear();
        }
        responses.clear();
        this.data = data;
    }

    /** Responds to the next requests with HTTP 503. */
    void fail(int times) {
        for (int i = 0; i < times; i++) {
            responses.add("HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        }
    }

    List<RawRequest> requests() {
        synchronized (requests) {
            return List.copyOf(requests);
        }
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                socket.setSoTimeout(30_000);
                RawRequest request = RawRequest.read(socket.getInputStream());
                synchronized (requests) {
                    requests.add(request);
                }
                String response = responses.poll();
                socket.getOutputStream()
                        .write((response == null ? success() : response).getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                // The connection broke, or this server is closed.
            }
        }
    }

    private String success() {
        String json = "{\"code\":0,\"message\":\"Success\",\"data\":" + data + "}";
        return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: "
                + json.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + json;
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
