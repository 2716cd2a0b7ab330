package net.aurpay.it.benchmark.merchants;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import net.aurpay.client.AurpayAccounts;

/** Uses each account once, as the application does that has opened a payment for it. */
@Path("merchants")
public class MerchantsResource {
    @Inject
    AurpayAccounts accounts;

    @GET
    public String use(@QueryParam("count") int count) {
        for (int i = 0; i < count; i++) {
            accounts.of("m" + i);
        }
        return "used";
    }
}
