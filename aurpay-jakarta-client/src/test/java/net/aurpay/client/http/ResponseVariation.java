package net.aurpay.client.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A recorded response in whose text one literal was changed. The change is made in the text, so that no JSON library
 * influences it.
 *
 * @param path the path of the changed field, for example {@code data.data[3].amount}
 * @param literal the literal in its place; null if the field is left out
 * @param expected how the field must print after it was read; {@link ResponseOracle#REJECTED} if the response must be
 *     rejected; empty if only the envelope was changed and the response must still be read
 */
record ResponseVariation(
        Method method, String body, String path, @Nullable String literal, String expected, String change) {
    private static final String[] LITERALS = {
        "null",
        "true",
        "false",
        "0",
        "-0",
        "1",
        "-1",
        "18",
        "18.0098",
        "1.10",
        "1e3",
        "1E-8",
        "-2.5e+2",
        "0.00000820392",
        "2147483647",
        "2147483648",
        "9223372036854775807",
        "9223372036854775808",
        "20240806071926377966",
        "1e400",
        "1e-400",
        "123456789012345678901234567890.12345678901234567890",
        "1.0",
        "100e-2",
        "1e999999999",
        "1e-999999999",
        "\"\"",
        "\" \"",
        "\"0\"",
        "\"19.0\"",
        "\"0.00000820392\"",
        "\"1E-8\"",
        "\"1e+3\"",
        "\"-1\"",
        "\"+1\"",
        "\".5\"",
        "\"5.\"",
        "\" 1\"",
        "\"1 \"",
        "\"1,000.5\"",
        "\"0x10\"",
        "\"NaN\"",
        "\"Infinity\"",
        "\"1f\"",
        "\"1_000\"",
        "\"٣\"",
        "\"20240806071926377966\"",
        "\"1e999999999\"",
        "\"1e9999999999\"",
        "\"PENDING\"",
        "\"NEW_STATE\"",
        "\"a\\\"b\"",
        "\"line\\nbreak\"",
        "\"caf\\u00e9\"",
        "\"false\"",
        "\"null\"",
        "\"2024-10-10T00:00:00\"",
        "\"2024-10-10T00:00:00.123\"",
        "\"2024-10-10T00:00:00Z\"",
        "\"2024-02-30T00:00:00\"",
        "\"2023-02-29T00:00:00\"",
        "\"2024-10-10T24:00:00\"",
        "\"2024-10-10T23:59:60\"",
        "\"2024-13-10T00:00:00\"",
        "\"2024-10-10\"",
        "\"2024-10-10 00:00:00\"",
        "\"10/10/2024\"",
        "\"1728518400\"",
        "\"https://dashboard.aurpay.net/#/cashier/1\"",
        "\"not a url\"",
        "\"http://[\"",
        "[]",
        "{}",
        "[\"0xabc\"]",
        "[1]",
        "[null]",
        "{\"amount\":1}",
        "[[]]"
    };

    private static final Pattern FIELD = Pattern.compile("(\\n *)\"([a-z_]+)\": ([^\\[{\\n]*?)(,?)(?=\\n)");

    private static final Pattern STEPS = Pattern.compile("(?=\\[)|\\.");

    /** Changes one of the fields of {@code data}, or the envelope, in one way. */
    static ResponseVariation of(RecordedResponse response, Random random) {
        int kind = random.nextInt(20);
        if (kind == 0) {
            return whole(response, random);
        } else if (kind == 1) {
            return envelope(response, random);
        }
        List<Matcher> fields = fields(response.body());
        Matcher field = fields.get(random.nextInt(fields.size()));
        String name = field.group(2);
        String path = path(response, field);
        String record = recordOf(response.method(), path);
        String type = Objects.requireNonNull(ResponseOracle.typeOf(record, name), record + "." + name);
        if (kind == 2) {
            return new ResponseVariation(
                    response.method(), without(response.body(), field), path, null, "null", "left out");
        } else if (kind == 3) {
            String twice = field.group() + (field.group(4).isEmpty() ? "," : "") + field.group(1) + "\"" + name
                    + "\": 0" + field.group(4);
            return new ResponseVariation(
                    response.method(),
                    replace(response.body(), field, twice),
                    "",
                    null,
                    ResponseOracle.REJECTED,
                    "twice");
        } else if (kind == 4) {
            String extra = field.group(1) + "\"new_field\": {\"amount\": 7}," + field.group();
            return new ResponseVariation(
                    response.method(),
                    replace(response.body(), field, extra),
                    path,
                    field.group(3),
                    ResponseOracle.read(type, field.group(3)),
                    "unknown extra");
        }
        String literal = random.nextInt(4) == 0 ? number(random) : LITERALS[random.nextInt(LITERALS.length)];
        String changed = field.group(1) + "\"" + name + "\": " + literal + field.group(4);
        String expected = ResponseOracle.read(type, literal.replaceAll("\\s+$", ""));
        return new ResponseVariation(
                response.method(), replace(response.body(), field, changed), path, literal, expected, "changed");
    }

    /** Anything that looks like a number: as a number or a string, with or without sign, fraction and exponent. */
    private static String number(Random random) {
        StringBuilder number = new StringBuilder(random.nextInt(4) == 0 ? "-" : "");
        number.append(1 + random.nextInt(9));
        for (int i = random.nextInt(30); i > 0; i--) {
            number.append(random.nextInt(10));
        }
        if (random.nextBoolean()) {
            number.append('.');
            for (int i = random.nextInt(25); i >= 0; i--) {
                number.append(random.nextInt(10));
            }
        }
        if (random.nextInt(3) == 0) {
            number.append(random.nextBoolean() ? "e" : "E+").append(random.nextInt(500));
        } else if (random.nextInt(3) == 0) {
            number.append("e-").append(random.nextInt(500));
        }
        return random.nextBoolean() ? "\"" + number + "\"" : number.toString();
    }

    private static ResponseVariation whole(RecordedResponse response, Random random) {
        String body = response.body();
        String changed =
                switch (random.nextInt(9)) {
                    case 0 -> body.substring(0, random.nextInt(body.length() - 1));
                    case 1 -> body + body;
                    case 2 -> body + "x";
                    case 3 -> "[" + body + "]";
                    case 4 -> body.replace("\"data\":", "\"data\": " + "[".repeat(100_000) + ", \"x\":");
                    case 5 -> body.replace("\"result\": true", "\"result\": true,");
                    case 6 -> body.replace("\"data\":", "\"was\":");
                    case 7 -> body.replace("\"data\":", "\"data\": null, \"was\":");
                    default -> body.replace(':', ';');
                };
        // In a response with a page, there is data inside data. Then both are changed, which is wrong as well.
        return new ResponseVariation(response.method(), changed, "", null, ResponseOracle.REJECTED, "whole");
    }

    private static ResponseVariation envelope(RecordedResponse response, Random random) {
        String[][] changes = {
            {"\"code\": 0", "\"code\": \"0\"", "read"},
            {"\"code\": 0", "\"code\": 0.0", "read"},
            {"\"code\": 0", "\"code\": 0e5", "read"},
            {"\"code\": 0", "\"code\": null", "rejected"},
            {"\"code\": 0", "\"codes\": 0", "rejected"},
            {"\"code\": 0", "\"code\": false", "rejected code"},
            {"\"code\": 0", "\"code\": \"\"", "rejected code"},
            {"\"code\": 0", "\"code\": \"ok\"", "rejected code"},
            {"\"code\": 0", "\"code\": [0]", "rejected code"},
            {"\"code\": 0", "\"code\": {}", "rejected code"},
            {"\"code\": 0", "\"code\": 0.5", "rejected code"},
            {"\"code\": 0", "\"code\": 4294967296", "rejected code"},
            {"\"code\": 0", "\"code\": 1e999999999", "rejected code"},
            {"\"code\": 0", "\"code\": -1", "rejected -1"},
            {"\"code\": 0", "\"code\": \"40005\"", "rejected 40005"},
            {"\"result\": true", "\"result\": false", "rejected result"},
            {"\"result\": true", "\"result\": null", "read"},
            {"\"result\": true", "\"results\": true", "read"},
            {"\"result\": true", "\"result\": \"false\"", "rejected result"},
            {"\"result\": true", "\"result\": 0", "rejected result"},
            {"\"result\": true", "\"result\": []", "rejected result"},
            {"\"message\": \"ok\"", "\"message\": {}", "read"},
            {"\"message\": \"ok\"", "\"message\": null", "read"}
        };
        String[] change = changes[random.nextInt(changes.length)];
        String body = response.body().replace(change[0], change[1]);
        assertThat(body).isNotEqualTo(response.body());
        boolean read = change[2].equals("read");
        return new ResponseVariation(
                response.method(),
                body,
                "",
                null,
                read ? "" : ResponseOracle.REJECTED,
                change[2].replaceFirst("\\w+ ?", ""));
    }

    boolean mustPass() {
        return !expected.equals(ResponseOracle.REJECTED) && !change.equals("whole") && !isBeyondTheParser();
    }

    boolean mayPass() {
        return !expected.equals(ResponseOracle.REJECTED);
    }

    /** Whether JSON-P may reject the number before this library sees it. */
    private boolean isBeyondTheParser() {
        return literal != null && literal.length() > 900;
    }

    String mustName() {
        if (path.isEmpty()) {
            return change.equals("whole") || change.equals("twice") ? "" : change;
        }
        return "<" + path;
    }

    /** Checks that the changed field is what the table says; {@link RecordedResponsesTest} checks the other fields. */
    void assertRead(Object read) {
        if (path.isEmpty()) {
            return;
        }
        Object value = read;
        for (String step : STEPS.split(path.substring("data".length()), -1)) {
            if (step.startsWith("[")) {
                value = ((List<?>) Objects.requireNonNull(value)).get(Integer.parseInt(step, 1, step.length() - 1, 10));
            } else if (!step.isEmpty()) {
                value = component(Objects.requireNonNull(value), step);
            }
        }
        assertThat(String.valueOf(value)).as(toString()).isEqualTo(expected);
    }

    private static @Nullable Object component(Object owner, String name) {
        try {
            return Components.named(owner.getClass(), name).getAccessor().invoke(owner);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    /** Finds the scalar fields inside {@code data}, with their positions. */
    private static List<Matcher> fields(String body) {
        List<Matcher> found = new ArrayList<>();
        int start = body.indexOf("\"data\":");
        Matcher matcher = FIELD.matcher(body);
        for (int from = start; matcher.find(from); from = matcher.end()) {
            if (matcher.group(1).length() > 5) {
                Matcher one = FIELD.matcher(body);
                one.find(matcher.start());
                found.add(one);
            }
        }
        return found;
    }

    private static String path(RecordedResponse response, Matcher field) {
        String before = response.body().substring(0, field.start());
        int depth = field.group(1).length() - 1;
        String item = "\n" + " ".repeat(depth - 4) + "{";
        int index = -1;
        for (int i = before.indexOf(item); i >= 0; i = before.indexOf(item, i + 1)) {
            index++;
        }
        String name = field.group(2);
        return switch (depth) {
            case 8 -> "data." + name;
            case 12 -> "data[" + index + "]." + name;
            default -> "data.data[" + index + "]." + name;
        };
    }

    private static String recordOf(Method method, String path) {
        Type type = method.getGenericReturnType();
        if (type instanceof ParameterizedType parameterized && path.contains("[")) {
            return ((Class<?>) parameterized.getActualTypeArguments()[0]).getSimpleName();
        }
        return method.getReturnType().getSimpleName();
    }

    private static String replace(String body, Matcher field, String by) {
        return body.substring(0, field.start()) + by + body.substring(field.end());
    }

    private static String without(String body, Matcher field) {
        boolean last = field.group(4).isEmpty();
        String before = body.substring(0, field.start());
        String rest = body.substring(field.end());
        return (last && before.endsWith(",") ? before.substring(0, before.length() - 1) : before) + rest;
    }

    @Override
    public String toString() {
        return method.getName() + ": " + path + " " + change + " " + literal + ", expected " + expected
                + (change.equals("changed") ? "" : "\n" + body.substring(0, Math.min(1_000, body.length())));
    }
}
