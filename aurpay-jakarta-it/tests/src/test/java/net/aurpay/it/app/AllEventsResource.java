package net.aurpay.it.app;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import net.aurpay.webhook.OrderEvent;

/** Shows what observers saw, one event per line: {@code GET all-events}. */
@Path("all-events")
public class AllEventsResource {
    @Inject
    EventLog log;

    @GET
    @Produces(MediaType.TEXT_PLAIN)
    public String all() {
        return log.entries().stream()
                .map(entry -> entry.observer() + " " + entry.event() + " " + text(entry.order()))
                .collect(Collectors.joining("\n"));
    }

    private static String text(OrderEvent event) {
        return URLEncoder.encode(event.reference(), StandardCharsets.UTF_8) + " "
                + event.paymentId().orElse("") + " " + event.date();
    }
}
