package net.aurpay.it.greedy;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;

/** Maps every failure, before mappers of the usual priorities do. */
public class GreedyMapper implements ResponseExceptionMapper<IllegalStateException> {
    @Override
    public boolean handles(int status, MultivaluedMap<String, Object> headers) {
        return status >= 400;
    }

    @Override
    public IllegalStateException toThrowable(Response response) {
        return new IllegalStateException("the application's own view of HTTP " + response.getStatus());
    }

    @Override
    public int getPriority() {
        return 0;
    }
}
