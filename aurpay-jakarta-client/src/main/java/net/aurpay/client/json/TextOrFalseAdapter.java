package net.aurpay.client.json;

import jakarta.json.JsonValue;
import jakarta.json.bind.adapter.JsonbAdapter;
import org.jspecify.annotations.Nullable;

/** Reads a text for which Aurpay sends {@code false} or an empty string if there is no text. */
public final class TextOrFalseAdapter implements JsonbAdapter<String, JsonValue> {
    @Override
    public JsonValue adaptToJson(String text) {
        return JsonP.PROVIDER.createValue(text);
    }

    @Override
    public @Nullable String adaptFromJson(JsonValue json) {
        return JsonFields.stringOrFalse(json);
    }
}
