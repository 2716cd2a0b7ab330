package net.aurpay.it;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/** Finds a port at which nobody listens, and that no outgoing connection takes while its server is restarting. */
public final class FreePort {
    private static final int FIRST = 15_000;

    /** The upper bound: Linux uses the ports above it for outgoing connections. */
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
                // This port is taken: try the next one.
            }
        }
    }

    /**
     * Waits until the process listens at its port, and returns whether it does so in time and before it ends. Polls,
     * because the process sends no signal.
     */
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
