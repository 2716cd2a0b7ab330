package net.aurpay.it;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/** A port that nobody listens at, and that no outgoing connection takes while its server is being started again. */
public final class FreePort {
    private static final int FIRST = 15_000;

    /** Below those that Linux gives to outgoing connections. */
    private static final int LAST = 32_000;

    private static final Duration POLL = Duration.ofMillis(20);

    private FreePort() {}

    public static int find() {
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

    /** Whether the process listens at its port before it ends, and in time. Polls: a process cannot tell. */
    public static boolean isTakenBy(Process process, int port, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (process.isAlive() && System.nanoTime() < end) {
            try {
                new Socket(InetAddress.getLoopbackAddress(), port).close();
                return true;
            } catch (IOException e) {
                LockSupport.parkNanos(POLL.toNanos());
            }
        }
        return false;
    }
}
