package net.aurpay.it.sandbox;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Instant;

/**
 * A transaction, with its JSON as the API lists it.
 *
 * @param number orders the transactions of the same second
 */
record SandboxTransaction(String merchant, Instant time, long number, JsonObject json) {
    String id() {
        return json.getString("tx_id");
    }

    SandboxTransaction withStatus(String status) {
        JsonObject changed =
                Json.createObjectBuilder(json).add("status", status).build();
        return new SandboxTransaction(merchant, time, number, changed);
    }
}
