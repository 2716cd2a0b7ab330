package net.aurpay.it;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** A port that nobody listens at, and that no outgoing connection takes while its server is being started again. */
final class FreePort {
    private static final int FIRST = 15_000;

    /** Below those that Linux gives to outgoing connections. */
    private static final int LAST = 32_000;

    private FreePort() {}

    static int find() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, LAST);
            try (ServerSocket socket = new ServerSocket()) {
                socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                return port;
            } catch (IOException e) {
                // the next one
            }
        }
    }
}
