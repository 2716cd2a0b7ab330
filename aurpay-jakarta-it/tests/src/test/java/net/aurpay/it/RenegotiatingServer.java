package net.aurpay.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/** Reads a request to its end over TLS 1.2, then asks for a client certificate, which the client does not have. */
record RenegotiatingServer(SSLServerSocket server, AtomicInteger requests) {
    static RenegotiatingServer start(Path folder) {
        try {
            SSLServerSocket server = (SSLServerSocket) SelfSigned.in(folder)
                    .tls()
                    .getServerSocketFactory()
                    .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
            server.setEnabledProtocols(new String[] {"TLSv1.2"});
            RenegotiatingServer started = new RenegotiatingServer(server, new AtomicInteger());
            Thread thread = new Thread(started::serve, "renegotiating server");
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
            try (SSLSocket socket = (SSLSocket) server.accept()) {
                RawRequest.read(socket.getInputStream());
                requests.incrementAndGet();
                socket.setNeedClientAuth(true);
                socket.startHandshake();
                // The client receives the demand for a certificate only when this side reads.
                socket.getInputStream().read();
            } catch (IOException e) {
                // The handshake has failed as planned, or the server is closed.
            }
        }
    }
}
