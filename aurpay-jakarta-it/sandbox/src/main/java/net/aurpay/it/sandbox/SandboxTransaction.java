package net.aurpay.it.sandbox;

import jakarta.json.JsonObject;
import java.time.Instant;

/** A transaction, with its JSON as the API lists it. */
record SandboxTransaction(String merchant, Instant time, JsonObject json) {}
