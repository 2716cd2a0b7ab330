package net.aurpay.client.json;

import jakarta.json.JsonValue;
import jakarta.json.bind.adapter.JsonbAdapter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes times as the API spells them: in UTC, without a zone, to the second. A time with a fraction of a
 * second or with an offset can be read, too; the fraction is not written again.
 */
public final class TimeAdapter implements JsonbAdapter<Instant, JsonValue> {
    @Override
    public JsonValue adaptToJson(Instant time) {
        return JsonP.PROVIDER.createValue(JsonFields.UTC.format(time));
    }

    @Override
    public @Nullable Instant adaptFromJson(JsonValue json) {
        return JsonFields.time(json);
    }
}
