package net.aurpay.it.benchmark;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Sends requests over plain sockets that stay open, because the work of a real HTTP client would be measured, too. */
record Load(int port, int connections) {
    /** Returns how many requests per second were answered 200. Throws an exception if any other status comes back. */
    double perSecond(Duration time, Supplier<String> requests) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        try {
            long start = System.nanoTime();
            List<Future<Integer>> counts = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                counts.add(threads.submit(() -> send(start + time.toNanos(), requests)));
            }
            int all = 0;
            for (Future<Integer> count : counts) {
                all += count.get();
            }
            return all * 1e9 / (System.nanoTime() - start);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            threads.shutdownNow();
        }
    }

    private int send(long end, Supplier<String> requests) throws IOException {
        int count = 0;
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            InputStream responses = new BufferedInputStream(socket.getInputStream());
            do {
                socket.getOutputStream().write(requests.get().getBytes(StandardCharsets.ISO_8859_1));
                requireOk(responses);
                count++;
            } while (System.nanoTime() < end);
        }
        return count;
    }

    private static void requireOk(InputStream responses) throws IOException {
        String status = line(responses);
        int length = 0;
        for (String header = line(responses); !header.isEmpty(); header = line(responses)) {
            if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(header.substring(15).strip());
            }
        }
        responses.skipNBytes(length);
        if (!status.contains(" 200")) {
            throw new IOException("expected status 200, was <" + status + ">");
        }
    }

    private static String line(InputStream responses) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = responses.read(); c != '\n'; c = responses.read()) {
            if (c < 0) {
                throw new IOException("the server has closed the connection");
            }
            line.append((char) c);
        }
        return line.toString().strip();
    }
}
