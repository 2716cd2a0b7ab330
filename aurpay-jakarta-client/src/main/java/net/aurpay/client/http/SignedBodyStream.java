package net.aurpay.client.http;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Sends the signed bytes, once, in place of whatever an interceptor of the application writes. */
final class SignedBodyStream extends FilterOutputStream {
    private final byte[] body;
    private boolean sent;

    SignedBodyStream(OutputStream wire, byte[] body) {
        super(wire);
        this.body = body;
    }

    @Override
    public void write(int written) throws IOException {
        send();
    }

    @Override
    public void write(byte[] written, int offset, int length) throws IOException {
        send();
    }

    @Override
    public void close() throws IOException {
        send();
        super.close();
    }

    private void send() throws IOException {
        if (!sent) {
            sent = true;
            out.write(body);
        }
    }
}
