package net.aurpay.client.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class SignedBodyStreamTest {
    private static final byte[] SIGNED = "{\"price\":1}".getBytes(StandardCharsets.UTF_8);

    private final ByteArrayOutputStream wire = new ByteArrayOutputStream();

    @Test
    void sendsTheSignedBytesOnceWhateverIsWritten() throws IOException {
        try (SignedBodyStream stream = new SignedBodyStream(wire, SIGNED)) {
            stream.write('<');
            stream.write("{\"price\":100}".getBytes(StandardCharsets.UTF_8));
            stream.flush();
        }
        assertThat(wire.toByteArray()).isEqualTo(SIGNED);
    }

    @Test
    void sendsTheSignedBytesWithTheFirstWrite() throws IOException {
        SignedBodyStream oneByte = new SignedBodyStream(wire, SIGNED);
        oneByte.write('<');
        assertThat(wire.toByteArray()).isEqualTo(SIGNED);

        wire.reset();
        SignedBodyStream array = new SignedBodyStream(wire, SIGNED);
        array.write(new byte[3], 0, 3);
        assertThat(wire.toByteArray()).isEqualTo(SIGNED);
    }

    @Test
    void closesTheWire() throws IOException {
        AtomicBoolean closed = new AtomicBoolean();
        OutputStream closing = new FilterOutputStream(wire) {
            @Override
            public void close() {
                closed.set(true);
            }
        };

        new SignedBodyStream(closing, SIGNED).close();

        assertThat(closed).isTrue();
    }

    @Test
    void sendsTheSignedBytesEvenIfNothingIsWritten() throws IOException {
        new SignedBodyStream(wire, SIGNED).close();
        assertThat(wire.toByteArray()).isEqualTo(SIGNED);
    }
}
