package net.aurpay.it.probing;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import net.aurpay.webhook.ProbeReport;
import net.aurpay.webhook.WebhookProbe;

/** Shows whether callbacks would arrive: {@code GET public-url}. */
@Path("public-url")
public class ProbingResource {
    @Inject
    WebhookProbe probe;

    @GET
    public String check() {
        ProbeReport report = probe.probe();
        return report.outcome() + ", " + report.sentence();
    }
}
