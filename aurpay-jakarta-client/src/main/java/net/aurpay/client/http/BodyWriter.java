package net.aurpay.client.http;

import jakarta.enterprise.context.Dependent;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.IOException;

/**
 * Sends exactly the bytes that {@link SigningFilter} signed. It comes before every other interceptor and does not call
 * {@code proceed()}, so that an interceptor of the application, which some servers register with every client, cannot
 * change a body after it was signed. Jersey does not keep this order; there {@link SignedBodyStream} does the same.
 */
@Dependent
public class BodyWriter implements WriterInterceptor {
    /** Before every interceptor of the application. */
    public static final int FIRST = Integer.MIN_VALUE;

    @Override
    public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
        if (context.getProperty(SigningFilter.BODY) instanceof byte[] signed) {
            context.getOutputStream().write(signed);
        } else {
            context.proceed();
        }
    }
}
