package net.aurpay.client.health;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/**
 * Notes how far this machine's clock is from Aurpay's, according to the {@code Date} header of responses, which is
 * accurate to the second.
 */
public class ClockSkewFilter implements ClientResponseFilter {
    @Override
    public void filter(ClientRequestContext request, ClientResponseContext response) {
        String date = response.getHeaderString(HttpHeaders.DATE);
        try {
            Instant there = DateTimeFormatter.RFC_1123_DATE_TIME.parse(String.valueOf(date), Instant::from);
            CDI.current().select(ClockSkew.class).get().note(System.currentTimeMillis() - there.toEpochMilli());
        } catch (DateTimeException e) {
            // The response is not the API's own.
        }
    }
}
