package net.aurpay.webhook;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Notes how far the clock is from Aurpay's, by the {@code Date} of its answers to the second. */
public class ApiClock implements ClientResponseFilter {
    /**
     * Milliseconds that this machine is ahead of the API; null if no answer has told. Static, for who makes the filters is
     * the REST client's affair; this jar's classes are the application's own.
     */
    static volatile @Nullable Long ahead;

    @Override
    public void filter(ClientRequestContext request, ClientResponseContext response) {
        String date = response.getHeaderString(HttpHeaders.DATE);
        try {
            Instant there = DateTimeFormatter.RFC_1123_DATE_TIME.parse(String.valueOf(date), Instant::from);
            ahead = System.currentTimeMillis() - there.toEpochMilli();
        } catch (DateTimeException e) {
            // no answer of the API's own
        }
    }
}
