package net.aurpay.client.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import org.jspecify.annotations.Nullable;

/** Ends a response that comes too slowly, even if a few bytes keep arriving. */
final class TimedStream extends FilterInputStream {
    private final long end;

    /** @param end the {@link System#nanoTime} after which no more is read */
    TimedStream(InputStream stream, long end) {
        super(stream);
        this.end = end;
    }

    @Override
    public int read() throws IOException {
        requireTime();
        return super.read();
    }

    @Override
    public int read(byte @Nullable [] buffer, int offset, int length) throws IOException {
        requireTime();
        return super.read(buffer, offset, length);
    }

    private void requireTime() throws InterruptedIOException {
        if (System.nanoTime() - end > 0) {
            throw new InterruptedIOException("the response came too slowly");
        }
    }
}
