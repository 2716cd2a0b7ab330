package net.aurpay.client.json;

import jakarta.json.JsonValue;
import jakarta.json.bind.adapter.JsonbAdapter;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes, as a JSON string, a type that holds one word from a list which Aurpay may extend.
 *
 * @param <T> a type whose {@code toString()} is the word
 */
public abstract class OpenEnumAdapter<T> implements JsonbAdapter<T, JsonValue> {
    private final Function<String, T> constructor;

    protected OpenEnumAdapter(Function<String, T> constructor) {
        this.constructor = constructor;
    }

    @Override
    public final JsonValue adaptToJson(T word) {
        return JsonP.PROVIDER.createValue(word.toString());
    }

    @Override
    public final @Nullable T adaptFromJson(JsonValue json) {
        String word = JsonFields.string(json);
        if (word == null) {
            return null;
        }
        if (word.isBlank()) {
            throw JsonFields.unfit("a word", json);
        }
        return constructor.apply(word);
    }
}
