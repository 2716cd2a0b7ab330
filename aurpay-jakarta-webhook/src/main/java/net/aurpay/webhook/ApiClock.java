package net.aurpay.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Instantiated by the container. How far the clock is from Aurpay's, by the {@code Date} of its answers to the second. */
@ApplicationScoped
public class ApiClock implements ClientResponseFilter {
    private volatile @Nullable Long ahead;

    @Override
    public void filter(ClientRequestContext request, ClientResponseContext response) {
        String date = response.getHeaderString(HttpHeaders.DATE);
        try {
            Instant there = DateTimeFormatter.RFC_1123_DATE_TIME.parse(String.valueOf(date), Instant::from);
            // this may be an instance of the REST client's own
            CDI.current().select(ApiClock.class).get().note(System.currentTimeMillis() - there.toEpochMilli());
        } catch (DateTimeException e) {
            // no answer of the API's own
        }
    }

    void note(long millis) {
        ahead = millis;
    }

    /** Milliseconds that this machine is ahead of the API; null if no answer has told. */
    @Nullable
    Long ahead() {
        return ahead;
    }
}
