package net.aurpay.it.cost;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.lang.management.ManagementFactory;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import net.aurpay.client.Account;
import net.aurpay.client.Aurpay;
import net.aurpay.client.AurpayAccounts;
import net.aurpay.client.Credentials;

/** Creates clients, of which each makes a call, and keeps them until they are deleted. */
@Path("cost")
@Produces("text/plain")
@ApplicationScoped
public class CostResource {
    private static final int COLLECTIONS = 3;

    @Inject
    AurpayAccounts accounts;

    @Inject
    KnownAccounts known;

    private final Queue<Aurpay> kept = new ConcurrentLinkedQueue<>();

    /**
     * Creates a client for each account.
     *
     * @param way {@code clients} for clients with connections of their own, {@code accounts} for shared ones
     * @param credentials a line for each account: name, API token and secret key
     * @return nanoseconds that it took to create the clients, without their calls
     */
    @POST
    @Path("{way}")
    public String create(@PathParam("way") String way, String credentials) {
        Function<String[], Aurpay> creation = way.equals("clients")
                ? line -> Aurpay.forMerchant(Credentials.signature(line[1], line[2]))
                : line -> accounts.of(line[0]);
        long[] created = {0};
        credentials.lines().map(line -> line.split(" ", -1)).forEach(line -> {
            known.add(Account.of(line[0], Credentials.signature(line[1], line[2])));
            long start = System.nanoTime();
            Aurpay client = creation.apply(line);
            created[0] += System.nanoTime() - start;
            kept.add(client);
            client.orders().cryptoCurrencies();
        });
        return String.valueOf(created[0]);
    }

    /** Returns bytes of the heap after a collection, and the number of threads. */
    @GET
    public String cost() {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory() + " "
                + ManagementFactory.getThreadMXBean().getThreadCount();
    }

    @DELETE
    public void forget() {
        kept.forEach(Aurpay::close);
        kept.clear();
    }
}
