package org.jboss.resteasy.reactive.client;

import jakarta.ws.rs.ext.WriterInterceptorContext;

/** Makes contexts that look like those of Quarkus: a proxy is in the package of an interface that is not public. */
public final class QuarkusBodies {
    private QuarkusBodies() {}

    public static Class<? extends WriterInterceptorContext> type() {
        return QuarkusBody.class;
    }

    private interface QuarkusBody extends WriterInterceptorContext {}
}
