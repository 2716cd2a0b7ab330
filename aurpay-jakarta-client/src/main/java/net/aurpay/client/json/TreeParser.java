package net.aurpay.client.json;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonLocation;
import jakarta.json.stream.JsonParser;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import net.aurpay.client.shared.Redaction;
import org.jspecify.annotations.Nullable;

/**
 * Walks over a JSON tree as if the tree were being parsed. Each value is compared with the {@link Shape} that the Java
 * type expects before JSON-B sees the value, because JSON-B would silently read some values as something else. The
 * parser knows its path at any time, so that a message can name the field.
 */
final class TreeParser implements JsonParser {
    /** The number of characters of a name that a message shows: in a map, a name may be anything. */
    private static final int MAX_NAME = 64;

    private static final JsonLocation NOWHERE = new JsonLocation() {
        @Override
        public long getLineNumber() {
            return -1;
        }

        @Override
        public long getColumnNumber() {
            return -1;
        }

        @Override
        public long getStreamOffset() {
            return -1;
        }
    };

    private final JsonValue root;
    private final Shape rootShape;

    /** The objects and arrays around the current value, the innermost first. */
    private final Deque<Level> levels = new ArrayDeque<>();

    private @Nullable Event event;
    private JsonValue value;

    TreeParser(JsonValue root, Shape shape) {
        this.root = root;
        this.rootShape = shape;
        this.value = root;
    }

    /** An object or an array that is being walked over. */
    private abstract static class Level {
        /** Moves on, and returns the event that comes next. */
        abstract Event next(TreeParser parser);

        /** Adds the place of the current value to the path. */
        abstract void addTo(StringBuilder path);
    }

    private static final class ObjectLevel extends Level {
        private final JsonObject object;
        private final Shape shape;
        private final Iterator<Map.Entry<String, JsonValue>> fields;
        private Map.@Nullable Entry<String, JsonValue> named;
        private String name = "";

        ObjectLevel(JsonObject object, Shape shape) {
            this.object = object;
            this.shape = shape;
            this.fields = object.entrySet().iterator();
        }

        @Override
        Event next(TreeParser parser) {
            if (named != null) {
                JsonValue field = named.getValue();
                named = null;
                return parser.enter(field, shape.field(name));
            }
            if (!fields.hasNext()) {
                return parser.leave(object, Event.END_OBJECT);
            }
            named = fields.next();
            name = named.getKey();
            return Event.KEY_NAME;
        }

        @Override
        void addTo(StringBuilder path) {
            path.append(path.isEmpty() || name.isEmpty() ? "" : ".").append(Redaction.text(name, MAX_NAME));
        }
    }

    private static final class ArrayLevel extends Level {
        private final JsonArray array;
        private final Shape shape;
        private int index = -1;

        ArrayLevel(JsonArray array, Shape shape) {
            this.array = array;
            this.shape = shape;
        }

        @Override
        Event next(TreeParser parser) {
            index++;
            return index < array.size()
                    ? parser.enter(array.get(index), shape.item())
                    : parser.leave(array, Event.END_ARRAY);
        }

        @Override
        void addTo(StringBuilder path) {
            if (index >= 0) {
                path.append('[').append(index).append(']');
            }
        }
    }

    /** The field or the item that the parser has come to, for example {@code data[0].amount}; empty for the root. */
    String path() {
        StringBuilder path = new StringBuilder();
        levels.descendingIterator().forEachRemaining(level -> level.addTo(path));
        return path.toString();
    }

    @Override
    public boolean hasNext() {
        return event == null || !levels.isEmpty();
    }

    @Override
    public Event next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Level level = levels.peek();
        event = level == null ? enter(root, rootShape) : level.next(this);
        return event;
    }

    private Event enter(JsonValue entered, Shape shape) {
        try {
            value = shape.fit(entered);
        } catch (UnexpectedFieldException e) {
            throw e.within(path());
        }
        return switch (value.getValueType()) {
            case OBJECT -> {
                levels.push(new ObjectLevel(value.asJsonObject(), shape));
                yield Event.START_OBJECT;
            }
            case ARRAY -> {
                levels.push(new ArrayLevel(value.asJsonArray(), shape));
                yield Event.START_ARRAY;
            }
            case STRING -> Event.VALUE_STRING;
            case NUMBER -> Event.VALUE_NUMBER;
            case TRUE -> Event.VALUE_TRUE;
            case FALSE -> Event.VALUE_FALSE;
            case NULL -> Event.VALUE_NULL;
        };
    }

    private Event leave(JsonValue left, Event end) {
        levels.pop();
        value = left;
        return end;
    }

    @Override
    public Event currentEvent() {
        if (event == null) {
            throw new IllegalStateException("next() has not been called");
        }
        return event;
    }

    @Override
    public String getString() {
        if (event == Event.KEY_NAME && levels.peek() instanceof ObjectLevel object) {
            return object.name;
        }
        return value instanceof JsonString string ? string.getString() : value.toString();
    }

    @Override
    public boolean isIntegralNumber() {
        return number().isIntegral();
    }

    @Override
    public int getInt() {
        return number().intValue();
    }

    @Override
    public long getLong() {
        return number().longValue();
    }

    @Override
    public BigDecimal getBigDecimal() {
        return number().bigDecimalValue();
    }

    private JsonNumber number() {
        if (value instanceof JsonNumber number) {
            return number;
        }
        throw new IllegalStateException("the value is not a number");
    }

    @Override
    public JsonLocation getLocation() {
        return NOWHERE;
    }

    @Override
    public JsonObject getObject() {
        return getValue().asJsonObject();
    }

    @Override
    public JsonArray getArray() {
        return getValue().asJsonArray();
    }

    /** The current value. As the interface demands, the parser moves to the end of an object or an array. */
    @Override
    public JsonValue getValue() {
        if (event == Event.START_OBJECT) {
            skipObject();
        } else if (event == Event.START_ARRAY) {
            skipArray();
        }
        return value;
    }

    @Override
    public void skipObject() {
        if (levels.peek() instanceof ObjectLevel object) {
            event = leave(object.object, Event.END_OBJECT);
        }
    }

    @Override
    public void skipArray() {
        if (levels.peek() instanceof ArrayLevel array) {
            event = leave(array.array, Event.END_ARRAY);
        }
    }

    @Override
    public void close() {
        // The tree needs no release.
    }
}
