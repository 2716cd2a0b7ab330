package net.aurpay.client.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import net.aurpay.client.AuthClient;
import net.aurpay.client.OrderClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EffectTest {
    @Path("/api/v3/invoices")
    interface Methods {
        @GET
        void get();

        @HEAD
        void head();

        @POST
        void post();

        @PUT
        void put();

        @PATCH
        void patch();

        @DELETE
        void delete();

        @OPTIONS
        void options();
    }

    /** Whatever Aurpay's API may use one day: only GET and HEAD are known to change nothing. */
    @ParameterizedTest
    @CsvSource({
        "get, GET, NONE",
        "head, HEAD, NONE",
        "post, POST, ORDER_OR_MONEY",
        "put, PUT, ORDER_OR_MONEY",
        "patch, PATCH, ORDER_OR_MONEY",
        "delete, DELETE, ORDER_OR_MONEY",
        "options, OPTIONS, ORDER_OR_MONEY"
    })
    void everythingButAReadMayHaveTakenEffect(String method, String httpMethod, Effect effect) {
        assertThat(Effect.of(RecordedResponse.method(Methods.class, method))).isEqualTo(effect);
        assertThat(Effect.of(new FakeExchange(httpMethod, "/api/v3/invoices", null).request()))
                .isEqualTo(effect);
        assertThat(Effect.isRead(httpMethod)).isEqualTo(effect == Effect.NONE);
    }

    @Test
    void logInChangesNothingAndAPaymentUrlNeedsNoLookUp() {
        assertThat(Arrays.stream(AuthClient.class.getMethods()).map(Effect::of)).containsOnly(Effect.NONE);
        assertThat(Effect.of(RecordedResponse.method(OrderClient.class, "createPaymentUrl")))
                .isEqualTo(Effect.PAYMENT_URL);
        assertThat(Effect.of(new FakeExchange("POST", "/api/order/pay-url", null).request()))
                .isEqualTo(Effect.PAYMENT_URL);
    }
}
