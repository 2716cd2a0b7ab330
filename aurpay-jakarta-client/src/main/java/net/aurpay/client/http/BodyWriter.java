package net.aurpay.client.http;

import jakarta.enterprise.context.Dependent;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.IOException;

/**
 * Sends exactly the bytes that {@link SigningFilter} signed. Some servers register interceptors of the application with
 * every client, and such an interceptor could change a body after it was signed. Therefore this interceptor comes
 * before all others and does not call {@code proceed()}. Jersey does not keep this order, and Quarkus sends nothing
 * unless {@code proceed()} is called; there, {@link SignedBodyStream} has the same effect.
 */
@Dependent
public class BodyWriter implements WriterInterceptor {
    /** A priority before every interceptor of the application. */
    public static final int FIRST = Integer.MIN_VALUE;

    @Override
    public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
        if (!(context.getProperty(SigningFilter.BODY) instanceof byte[] signed)) {
            context.proceed();
        } else if (endsWithTheChain(context)) {
            context.setOutputStream(new SignedBodyStream(context.getOutputStream(), signed));
            context.proceed();
        } else {
            context.getOutputStream().write(signed);
        }
    }

    /** Whether the REST client sends nothing unless the last interceptor proceeds, as Quarkus's does. */
    private static boolean endsWithTheChain(WriterInterceptorContext context) {
        return context.getClass().getName().startsWith("org.jboss.resteasy.reactive.");
    }
}
