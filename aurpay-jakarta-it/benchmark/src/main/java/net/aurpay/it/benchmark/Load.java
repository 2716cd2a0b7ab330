package net.aurpay.it.benchmark;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Sends requests over plain sockets that stay open, because the work of a real HTTP client would be measured, too. */
record Load(int port, int connections) {
    /**
     * What a number of requests took.
     *
     * @param nanos how long each request took
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Result(double perSecond, double[] nanos) {}

    /** Sends each request once. Throws an exception unless all are answered 200. */
    Result send(List<byte[]> requests) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        try {
            double[] nanos = new double[requests.size()];
            List<Callable<Void>> senders = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                int first = i;
                senders.add(() -> send(requests, first, nanos));
            }
            long start = System.nanoTime();
            for (Future<Void> sender : threads.invokeAll(senders)) {
                sender.get();
            }
            return new Result(requests.size() * 1e9 / (System.nanoTime() - start), nanos);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            threads.shutdownNow();
        }
    }

    @SuppressWarnings("NullAway") // a Callable of Void returns null
    private Void send(List<byte[]> requests, int first, double[] nanos) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            InputStream responses = new BufferedInputStream(socket.getInputStream());
            for (int i = first; i < nanos.length; i += connections) {
                long start = System.nanoTime();
                socket.getOutputStream().write(requests.get(i));
                requireOk(responses, requests.get(i));
                nanos[i] = System.nanoTime() - start;
            }
        }
        return null;
    }

    private static void requireOk(InputStream responses, byte[] request) throws IOException {
        String status = line(responses);
        int length = 0;
        for (String header = line(responses); !header.isEmpty(); header = line(responses)) {
            if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(header.substring(15).strip());
            }
        }
        responses.skipNBytes(length);
        if (!status.contains(" 200")) {
            String target = new String(request, StandardCharsets.ISO_8859_1).split(" ", 3)[1];
            throw new IOException("expected status 200, was <" + status + ">: " + target);
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
