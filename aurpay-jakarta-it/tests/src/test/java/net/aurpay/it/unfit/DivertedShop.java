package net.aurpay.it.unfit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import org.eclipse.microprofile.rest.client.inject.RestClient;

@ApplicationScoped
public class DivertedShop {
    @Inject
    @RestClient
    DivertedInvoices invoices;

    public JsonValue invoices() {
        return invoices.invoices();
    }
}
