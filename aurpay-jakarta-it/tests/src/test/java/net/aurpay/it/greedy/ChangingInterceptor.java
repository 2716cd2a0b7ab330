package net.aurpay.it.greedy;

import jakarta.annotation.Priority;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Adds a space before every body. */
@Priority(1)
public class ChangingInterceptor implements WriterInterceptor {
    @Override
    public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
        context.setOutputStream(new Blank(context.getOutputStream()));
        context.proceed();
    }

    private static final class Blank extends FilterOutputStream {
        private boolean begun;

        Blank(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int next) throws IOException {
            if (!begun) {
                begun = true;
                out.write(' ');
            }
            out.write(next);
        }
    }
}
