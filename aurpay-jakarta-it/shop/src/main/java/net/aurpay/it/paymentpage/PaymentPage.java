package net.aurpay.it.paymentpage;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.aurpay.client.AurpayException;
import net.aurpay.client.CryptoCurrency;
import net.aurpay.it.qr.QrCode;
import net.aurpay.webhook.PaymentConflictException;

/** The page of a sale. Without an open payment, the page has a form; otherwise, it says what has to be paid. */
@Path("pay/{reference}")
public class PaymentPage {
    private static final System.Logger LOG = System.getLogger(PaymentPage.class.getName());
    private static final String HTML = "text/html;charset=UTF-8";
    private static final String UNAVAILABLE =
            "The payment service is not available at the moment. You have paid nothing. Please try again in a minute.";

    /** What the script asks for. */
    public record Status(String state, String timeLeft) {}

    @Inject
    Checkout checkout;

    @Inject
    Sales sales;

    @GET
    @Produces(HTML)
    public Response page(@PathParam("reference") String reference) throws SQLException {
        Sale sale = find(reference);
        if (!sale.isPayable()) {
            return html(200, sale, List.of(), "");
        }
        try {
            return html(200, sale, checkout.currencies(), "");
        } catch (AurpayException e) {
            LOG.log(Level.WARNING, "cannot list the currencies", e);
            return html(503, sale, List.of(), UNAVAILABLE);
        }
    }

    @POST
    @Consumes("application/x-www-form-urlencoded")
    @Produces(HTML)
    public Response pay(
            @PathParam("reference") String reference, @FormParam("currency") @DefaultValue("") String choice)
            throws SQLException {
        Sale sale = find(reference);
        if (sale.isPayable()) {
            try {
                List<CryptoCurrency> currencies = checkout.currencies();
                Optional<CryptoCurrency> chosen = currencies.stream()
                        .filter(each -> choice.equals(each.currency()))
                        .findFirst();
                if (chosen.isEmpty()) {
                    return html(400, sale, currencies, "Please choose a currency.");
                }
                sales.opened(reference, chosen.get(), checkout.open(reference, sale.price(), chosen.get()));
            } catch (AurpayException e) {
                // even if the outcome is unknown: nobody has seen where to pay, so the order can only expire
                LOG.log(Level.WARNING, "cannot create the payment of sale " + sale.reference(), e);
                return html(503, sale, List.of(), UNAVAILABLE);
            } catch (PaymentConflictException e) {
                LOG.log(Level.INFO, "the customer has chosen twice, and pays with the first choice", e);
            }
        }
        // relative, because behind a proxy the server does not know its public URL
        return secured(Response.status(303))
                .header("Location", sale.reference())
                .build();
    }

    /** Reads the shop's own table, and does not ask Aurpay, however many pages are open. */
    @GET
    @Path("status")
    @Produces("application/json")
    public Response status(@PathParam("reference") String reference) throws SQLException {
        Sale sale = find(reference);
        Instant now = Instant.now();
        return secured(Response.ok(new Status(sale.state(now).name(), sale.timeLeft(now))))
                .build();
    }

    @GET
    @Path("code")
    @Produces("image/svg+xml")
    public Response code(@PathParam("reference") String reference) throws SQLException {
        Sale sale = find(reference);
        if (sale.state(Instant.now()) != Sale.State.OPEN) {
            throw new NotFoundException();
        }
        return secured(Response.ok(QrCode.svg(sale.due().orElseThrow().address())))
                .build();
    }

    private Sale find(String reference) throws SQLException {
        return sales.find(reference).orElseThrow(NotFoundException::new);
    }

    private static Response html(int status, Sale sale, List<CryptoCurrency> currencies, String problem) {
        String page = PaymentHtml.page(sale, currencies, problem, Instant.now());
        // as bytes, because RESTEasy escapes the text of a response with status 400
        return secured(Response.status(status))
                .entity(page.getBytes(StandardCharsets.UTF_8))
                .build();
    }

    private static Response.ResponseBuilder secured(Response.ResponseBuilder response) {
        return response.header("Cache-Control", "no-store")
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self';"
                                + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
                .header("Referrer-Policy", "same-origin")
                .header("X-Content-Type-Options", "nosniff");
    }
}
