package net.aurpay.it;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.SocketFactory;

/**
 * Sends any bytes to a server, and reads its responses one by one. The connection stays open as long as the server
 * keeps it.
 */
final class RawConnection implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Pattern STATUS = Pattern.compile("HTTP/\\d\\.\\d (\\d{3})");
    private static final Pattern LENGTH = Pattern.compile("\ncontent-length: *(\\d+)");

    private final Socket socket;
    private final InputStream in;

    RawConnection(URI server) throws IOException {
        this(server, SocketFactory.getDefault());
    }

    RawConnection(URI server, SocketFactory sockets) throws IOException {
        socket = sockets.createSocket(server.getHost(), server.getPort());
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
    }

    void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    /** Returns the next final response, or {@link RawResponse#NONE} if the connection ends before it. */
    RawResponse response(boolean toHead, Duration patience) throws IOException {
        socket.setSoTimeout(Math.toIntExact(patience.toMillis()));
        RawResponse response;
        do {
            response = read(toHead);
        } while (response.status() >= 100 && response.status() < 200);
        return response;
    }

    /** Ends this side of the connection, so that a server that waits for another byte gives up. */
    void finish() throws IOException {
        socket.shutdownOutput();
    }

    private RawResponse read(boolean toHead) throws IOException {
        String head = head();
        Matcher status = STATUS.matcher(head);
        if (!status.lookingAt()) {
            return RawResponse.NONE;
        }
        int code = Integer.parseInt(status.group(1));
        boolean bodiless = toHead || code < 200 || code == 204 || code == 304;
        return new RawResponse(code, head, bodiless ? "" : body(head.toLowerCase(Locale.ROOT)));
    }

    private String head() throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.length() < 4 || head.lastIndexOf("\r\n\r\n") != head.length() - 4) {
            int next = in.read();
            if (next < 0) {
                return "";
            }
            head.append((char) next);
        }
        return head.toString();
    }

    private String body(String head) throws IOException {
        Matcher length = LENGTH.matcher(head);
        byte[] body;
        if (length.find()) {
            body = in.readNBytes(Integer.parseInt(length.group(1)));
        } else if (head.contains("transfer-encoding: chunked")) {
            body = chunks();
        } else {
            body = in.readAllBytes();
        }
        return new String(body, StandardCharsets.UTF_8);
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (true) {
            int size = Integer.parseInt(line().strip(), 16);
            body.write(in.readNBytes(size));
            line();
            if (size == 0) {
                return body.toByteArray();
            }
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            line.append((char) next);
        }
        return line.toString();
    }

    /** Whether the server begins a response within this time. */
    boolean hasResponse(Duration patience) throws IOException {
        socket.setSoTimeout(Math.toIntExact(patience.toMillis()));
        in.mark(1);
        try {
            in.read();
            in.reset();
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
