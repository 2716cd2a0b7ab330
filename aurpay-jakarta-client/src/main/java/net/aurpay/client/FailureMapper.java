package net.aurpay.client;

import jakarta.enterprise.context.Dependent;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;

/** Throws what {@link AnswerFilter} found, also where HTTP said 200. */
@Dependent
public class FailureMapper implements ResponseExceptionMapper<AurpayException> {
    @Override
    public boolean handles(int status, MultivaluedMap<String, Object> headers) {
        // 0 where no answer came: Quarkus asks all the same, and has no headers then
        return status != 0 && (status >= 300 || headers.containsKey(AnswerFilter.FAILURE));
    }

    @Override
    public AurpayException toThrowable(Response response) {
        String failure = response.getHeaderString(AnswerFilter.FAILURE);
        return failure == null
                ? new Failure(
                                "HTTP " + response.getStatus(),
                                AurpayException.NO_CODE,
                                response.getStatus(),
                                null,
                                true,
                                false)
                        .exception(null)
                : Failure.fromJson(failure).exception(null);
    }

    /** Before every mapper of the application, which could take any status and hide what was found. */
    @Override
    public int getPriority() {
        return Integer.MIN_VALUE;
    }
}
