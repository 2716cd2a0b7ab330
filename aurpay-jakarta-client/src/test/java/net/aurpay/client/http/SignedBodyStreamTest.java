package net.aurpay.client.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
    void sendsTheSignedBytesEvenIfNothingIsWritten() throws IOException {
        new SignedBodyStream(wire, SIGNED).close();
        assertThat(wire.toByteArray()).isEqualTo(SIGNED);
    }
}
