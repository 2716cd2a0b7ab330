package net.aurpay.it.sandbox;

import jakarta.json.JsonObject;
import java.time.Instant;

/** A transaction as it is listed. */
record SandboxTransaction(String merchant, Instant time, JsonObject json) {}
