package net.aurpay.it.app;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.StringReader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Supplier;
import net.aurpay.client.Aurpay;
import net.aurpay.client.AurpayException;
import net.aurpay.client.Credentials;
import net.aurpay.client.OrderClient;

/**
 * Calls the order client on a thread whose context class loader is the system class loader:
 * {@code POST pool/cdi/createPaymentUrl}. With {@code ?common=true} the thread is one of the common pool, whatever its
 * class loader is.
 */
@Path("pool/{way}/{method}")
public class PoolResource {
    @Inject
    CdiCaller cdi;

    @POST
    @Produces(MediaType.APPLICATION_JSON)
    public String call(
            @PathParam("way") String way,
            @PathParam("method") String method,
            @HeaderParam("token") String token,
            @HeaderParam("secret") String secret,
            @QueryParam("common") boolean common,
            String arguments) {
        Credentials credentials = Credentials.signature(token, secret);
        return switch (way) {
            case "cdi" -> inPool(common, () -> call(method, arguments)).toString();
            case "connected" -> {
                try (Aurpay aurpay = Aurpay.forMerchant(credentials)) {
                    yield inPool(common, () -> call(aurpay, method, arguments)).toString();
                }
            }
            default ->
                inPool(common, () -> {
                            try (Aurpay aurpay = Aurpay.forMerchant(credentials)) {
                                return call(aurpay, method, arguments);
                            } catch (AurpayException e) {
                                return Json.createObjectBuilder()
                                        .add("exception", "AurpayException")
                                        .add("message", String.valueOf(e.getMessage()))
                                        .build();
                            }
                        })
                        .toString();
        };
    }

    private JsonValue call(String method, String arguments) {
        try (JsonReader reader = Json.createReader(new StringReader(arguments))) {
            return cdi.call("orders", method, reader.readArray());
        }
    }

    private static JsonValue call(Aurpay aurpay, String method, String arguments) {
        try (JsonReader reader = Json.createReader(new StringReader(arguments))) {
            return Invocation.call(OrderClient.class, aurpay.orders(), method, reader.readArray());
        }
    }

    /** Runs a call on a thread of a pool, as {@code parallel()} and {@code CompletableFuture.supplyAsync} do. */
    private static JsonValue inPool(boolean common, Supplier<JsonValue> call) {
        if (common) {
            return CompletableFuture.supplyAsync(call, ForkJoinPool.commonPool())
                    .join();
        }
        ForkJoinPool pool = new ForkJoinPool(1);
        try {
            return pool.submit(() -> {
                        if (Thread.currentThread().getContextClassLoader() != ClassLoader.getSystemClassLoader()) {
                            throw new IllegalStateException("the thread belongs to an application");
                        }
                        return call.get();
                    })
                    .join();
        } finally {
            pool.shutdown();
        }
    }
}
