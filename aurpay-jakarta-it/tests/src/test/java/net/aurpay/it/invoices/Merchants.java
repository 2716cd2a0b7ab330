package net.aurpay.it.invoices;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.aurpay.client.Aurpay;
import net.aurpay.client.Credentials;

/** Keeps one {@link Aurpay} for each merchant, because its clients keep their connections. */
@ApplicationScoped
public class Merchants {
    private final Map<String, Aurpay> merchants = new ConcurrentHashMap<>();

    public Aurpay of(String merchant) {
        return merchants.computeIfAbsent(merchant, name -> Aurpay.forMerchant(credentials(name)));
    }

    /** Stands for a look-up in a database. */
    private static Credentials credentials(String merchant) {
        return merchant.equals("signing")
                ? Credentials.signature("own-token", "own-secret-key")
                : Credentials.apiKey("own-key");
    }

    @PreDestroy
    void close() {
        merchants.values().forEach(Aurpay::close);
    }
}
