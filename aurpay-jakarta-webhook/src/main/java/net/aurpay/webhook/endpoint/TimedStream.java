package net.aurpay.webhook.endpoint;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A stream that is read for a limited time in all, however slowly its bytes arrive. */
final class TimedStream extends FilterInputStream {
    private final InstantSource clock;
    private final Instant end;

    TimedStream(InputStream stream, InstantSource clock, Duration patience) {
        super(stream);
        this.clock = clock;
        this.end = clock.instant().plus(patience);
    }

    @Override
    public int read() throws IOException {
        requireTime();
        return super.read();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        requireTime();
        return super.read(bytes, offset, length);
    }

    private void requireTime() throws IOException {
        if (clock.instant().isAfter(end)) {
            throw new IOException("the body arrives too slowly");
        }
    }
}
