package net.aurpay.it;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs an HTTPS server with a certificate that the client does not trust. */
record UntrustedServer(HttpsServer server, AtomicInteger requests) {
    static UntrustedServer start() {
        try {
            SelfSigned certificate = SelfSigned.in(Files.createTempDirectory("untrusted"));
            HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setHttpsConfigurator(new HttpsConfigurator(certificate.tls()));
            AtomicInteger requests = new AtomicInteger();
            server.createContext("/", exchange -> {
                requests.incrementAndGet();
                exchange.close();
            });
            server.start();
            return new UntrustedServer(server, requests);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    void close() {
        server.stop(0);
    }
}
