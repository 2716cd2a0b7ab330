package net.aurpay.it.sandbox;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rejects a request; contains the response, in one of the recorded formats. */
final class ApiError extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient int status;
    private final transient JsonObject body;

    private ApiError(String message, int status, JsonObject body) {
        super(message);
        this.status = status;
        this.body = body;
    }

    /** As recorded for an order call: without a trace id, and with the text that the sandbox would have signed. */
    static ApiError unauthorized(String message, @Nullable String signatureOrigin) {
        JsonObjectBuilder data = Json.createObjectBuilder();
        if (signatureOrigin != null) {
            data.add("signature_origin", signatureOrigin);
        }
        return new ApiError(
                message,
                200,
                Json.createObjectBuilder()
                        .add("code", 401)
                        .add("message", message)
                        .add("data", data)
                        .add("result", false)
                        .build());
    }

    /** A business error; its HTTP status is 200. */
    static ApiError business(int code, String message) {
        return new ApiError(
                message,
                200,
                Json.createObjectBuilder()
                        .add("result", false)
                        .add("code", code)
                        .add("message", message)
                        .add("trace_id", UUID.randomUUID().toString().substring(0, 8))
                        .build());
    }

    static ApiError noOrder() {
        return business(404, "Order does not exist");
    }

    /** The path does not exist; same response as from the framework of the recorded server. */
    static ApiError notFound() {
        JsonObject body = Json.createObjectBuilder().add("detail", "Not Found").build();
        return new ApiError("Not Found", 404, body);
    }

    /** A guess in the recorded format, like {@link #alreadyRefunded()}: Aurpay's own code is not known. */
    static ApiError unsupportedCurrency() {
        return business(400, "Unsupported currency");
    }

    /** A guess in the recorded format, like {@link #alreadyRefunded()}: Aurpay's own code is not known. */
    static ApiError unsupportedCoin() {
        return business(400, "Unsupported chain or currency");
    }

    /** A guess, one above the recorded codes: Aurpay's own code is not known. */
    static ApiError alreadyRefunded() {
        return business(40006, "The order has already been refunded");
    }

    static ApiError notVerified() {
        return business(40004, "The account needs to pass the KYB verification before the currency can be withdrawn.");
    }

    static ApiError insufficientBalance() {
        return business(40005, "Insufficient account balance");
    }

    /** The request cannot be parsed; same response as from the framework of the recorded server. */
    static ApiError unprocessable(String field, String message) {
        return new ApiError(
                message,
                422,
                Json.createObjectBuilder()
                        .add(
                                "detail",
                                Json.createArrayBuilder()
                                        .add(Json.createObjectBuilder()
                                                .add(
                                                        "loc",
                                                        Json.createArrayBuilder()
                                                                .add(field))
                                                .add("msg", message)
                                                .add("type", "value_error")))
                        .build());
    }

    SandboxResponse response() {
        return SandboxResponse.json(status, body);
    }
}
