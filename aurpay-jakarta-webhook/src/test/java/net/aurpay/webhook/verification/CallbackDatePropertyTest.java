package net.aurpay.webhook.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Compares {@link CallbackDate} with java.time over a million texts, most of them almost a date. */
class CallbackDatePropertyTest {
    private static final int TEXTS = 1_000_000;

    private static final Pattern FORM = Pattern.compile(
            "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})");

    /** Fields within, at and outside their limits; some have a sign, a blank, or digits that are not ASCII. */
    private static final String[] FIELDS =
            "00|01|02|12|13|23|24|28|29|30|31|32|59|60|61|99|+1|-1| 1|1|001|\u0661\u0662|\uff11\uff12|"
                    .split("\\|", -1);

    private static final String[] YEARS = "2024|2023|2000|1900|0000|0001|9999|-001|+2024|12024|202|".split("\\|", -1);

    private static final String[] FRACTIONS =
            ("|.000|.123|.999|.|.1|.12|.1234|.123456|.123456789|.1234567890|,123|.+12|.-12|.\u0661\u0662\u0663|."
                            + "9".repeat(400))
                    .split("\\|", -1);

    private static final String[] OFFSETS =
            ("Z|Z|Z|z|ZZ|| Z|Z |Z\n|+00:00|-00:00|+08:00|-07:30|+18:00|+18:01|-18:00|+24:00|+31:00|+17:60|+0800|+08"
                            + "|+8:00|+08:00:00|GMT|[UTC]")
                    .split("\\|", -1);

    private static final String CHARACTERS = "0123456789-+:.,TtZz \t\n\0\u0660\u0669\uff10\u2212\ud83d\ude00";

    @Test
    void acceptsAndRejectsTheSameTextsAsJavaTime() {
        long dates = IntStream.range(0, TEXTS)
                .parallel()
                .filter(CallbackDatePropertyTest::isDate)
                .count();
        assertThat(dates).as("texts that are dates").isBetween(TEXTS / 10L, TEXTS * 9L / 10);
    }

    private static boolean isDate(int number) {
        Texts texts = new Texts(new SplittableRandom(number));
        String text = number % 2 == 0 ? texts.mutated(texts.date()) : texts.composed();
        Instant expected = strict(text);
        Instant parsed = CallbackDate.parse(text);
        if (!Objects.equals(parsed, expected)) {
            assertThat(parsed).as("text %d: <%s>", number, text).isEqualTo(expected);
        }
        return expected != null;
    }

    private static @Nullable Instant strict(String text) {
        if (!FORM.matcher(text).matches()) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Makes the text of one number. */
    private record Texts(SplittableRandom random) {
        /** Any date from year 0 to 9999, in one of the two documented forms. */
        String date() {
            Instant date = Instant.ofEpochSecond(random.nextLong(-62_167_219_200L, 253_402_300_800L));
            String millis = random.nextBoolean()
                    ? ""
                    : "." + String.valueOf(random.nextInt(1000, 2000)).substring(1);
            return date.toString().replace("Z", millis + "Z");
        }

        /** The date itself, or with up to two characters replaced, inserted or deleted. */
        String mutated(String date) {
            StringBuilder text = new StringBuilder(date);
            for (int changes = random.nextInt(3); changes > 0; changes--) {
                int at = random.nextInt(text.length());
                char c = CHARACTERS.charAt(random.nextInt(CHARACTERS.length()));
                switch (random.nextInt(4)) {
                    case 0 -> text.insert(at, c);
                    case 1 -> text.deleteCharAt(at);
                    default -> text.setCharAt(at, c);
                }
            }
            return text.toString();
        }

        /** A text put together from fields, of which at most a few are odd. */
        String composed() {
            return any(YEARS, "2024") + "-" + any(FIELDS, "02") + "-" + any(FIELDS, "29") + "T" + any(FIELDS, "23")
                    + ":" + any(FIELDS, "59") + ":" + any(FIELDS, "59") + any(FRACTIONS, ".123") + any(OFFSETS, "Z");
        }

        private String any(String[] values, String usual) {
            return random.nextInt(4) > 0 ? usual : values[random.nextInt(values.length)];
        }
    }
}
