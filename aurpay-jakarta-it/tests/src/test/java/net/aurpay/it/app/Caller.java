package net.aurpay.it.app;

import jakarta.json.JsonArray;
import jakarta.json.JsonValue;

/** A bean with the four clients injected. */
public interface Caller {
    /** Calls a client's method by its name, with arguments from JSON. */
    JsonValue call(String client, String method, JsonArray arguments);
}
