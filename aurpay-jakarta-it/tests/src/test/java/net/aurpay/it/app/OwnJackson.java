package net.aurpay.it.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;

/** Configures the application's own Jackson with an {@code ObjectMapper} that would spoil every field of the API. */
@Provider
public class OwnJackson implements ContextResolver<ObjectMapper> {
    private final ObjectMapper mapper =
            new ObjectMapper().setPropertyNamingStrategy(PropertyNamingStrategies.UPPER_CAMEL_CASE);

    @Override
    public ObjectMapper getContext(Class<?> type) {
        return mapper;
    }
}
