package net.aurpay.client.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
    private static final String ALPHABET = "ABCXYZabcxyz0189+/=\\\"'<>&%$#!._~-{}";

    @ParameterizedTest
    @CsvSource({"four, four", "fives, five…", "a  b, a b"})
    void marksATextOnlyIfItWasTruncated(String text, String masked) {
        assertThat(Redaction.text(text, 4)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ab/c+D=9",
                "ab\\/c+D\\u003d9",
                "ab\\u002Fc\\u002bD=9",
                "ab&#x2F;c&#43;D&#X3d;9",
                "ab&sol;c&plus;D&equals;9",
                "ab%2Fc%2bD%3D9",
                "ab%252Fc%252bD=9",
                "ab\\\\\\/c+D=9",
                "ab&amp;#x2F;c+D=9",
                "AB/C+d=9",
                "%61%62%2f%63%2b%44%3d%39"
            })
    void findsAKnownSecretInEverySpelling(String spelled) {
        assertThat(Redaction.text("before " + spelled + " behind", 200, List.of("ab/c+D=9")))
                .isEqualTo("before *** behind");
    }

    /** A form encodes a blank as a plus sign. */
    @Test
    void findsASecretWithABlankInAForm() {
        assertThat(Redaction.text("password=two+words&x=1", 200, List.of("two words")))
                .doesNotContain("two", "words");
        assertThat(Redaction.text("before two+words behind", 200, List.of("two words")))
                .isEqualTo("before *** behind");
    }

    /** Blanks collapse, so a secret far behind in the text can be the end of what is shown. */
    @Test
    void marksASecretThatBeginsJustBeforeTheEnd() {
        assertThat(Redaction.text("x" + " ".repeat(37) + "planted-secret", 10, List.of("planted-secret")))
                .isEqualTo("x ***");
    }

    @Test
    void findsAFieldNamedLikeASecretBetweenEscapedQuotes() {
        assertThat(Redaction.text("{&quot;password&quot;:&quot;hush-hush&quot;,&quot;x&quot;:1}", 200))
                .doesNotContain("hush")
                .contains("x");
        assertThat(Redaction.text("{\"password\":\"hu\\\"sh\",\"x\":\"y\"}", 200))
                .isEqualTo("{\"password\":***\",\"x\":\"y\"}");
        assertThat(Redaction.text("{\\\"password\\\":\\\"hush\\\",\\\"x\\\":1}", 200))
                .doesNotContain("hush");
    }

    /** Text beside a secret helps to find a mistake, so only the escapes that belong to the secret disappear. */
    @ParameterizedTest
    @CsvSource({
        "x%61%62%63%64, bc, x%61***%64",
        "x\\\\/y, x/, ***y",
        "x&lt;y, x<, ***y",
        "%C3%BC%C3%9F-, \u00df, ***-",
        "a&#128512;b, \ud83d\ude00, a***b",
        "a&#x1F600;b, \ud83d\ude00, a***b",
        "a%FCb, \u00fc, a***b"
    })
    void hidesNoMoreThanTheSpellingOfASecret(String text, String secret, String masked) {
        assertThat(Redaction.text(text, 100, List.of(secret))).isEqualTo(masked);
    }

    /** Otherwise a hostile response could keep a thread busy. */
    @Test
    void stopsToSearchAfterAHundredVariants() {
        assertThat(Redaction.text(escapedOften(99), 500, List.of("a-secret"))).isEqualTo("***");
        assertThat(Redaction.text(escapedOften(100), 500, List.of("a-secret"))).isEqualTo(escapedOften(100));
    }

    private static String escapedOften(int times) {
        return "&" + "amp;".repeat(times - 1) + "#97;-secret";
    }

    /** Puts a random secret in a random spelling anywhere into a text that is longer than the part that is shown. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void neverShowsARandomSecretInARandomSpellingAtAnyPlace(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            String secret = secret(random);
            String spelled = secret;
            for (int layer = random.nextInt(3); layer >= 0; layer--) {
                spelled = spelled(spelled, random);
            }
            int length = 20 + random.nextInt(300);
            int before = random.nextInt(4 * length + 20);
            String shown = Redaction.text("ü".repeat(before) + spelled + "ü".repeat(200), length, List.of(secret));

            for (int at = 0; at + 5 <= spelled.length(); at++) {
                assertThat(shown)
                        .as("seed %s, round %s, secret %s spelled %s", seed, i, secret, spelled)
                        .doesNotContain(spelled.substring(at, at + 5));
            }
        }
    }

    private static String secret(Random random) {
        StringBuilder secret = new StringBuilder();
        for (int length = 8 + random.nextInt(60); length > 0; length--) {
            secret.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return secret.toString();
    }

    /** Spells a text as a program could: always escapes the special characters of one format, and others at random. */
    private static String spelled(String text, Random random) {
        String special = List.of("\\\"", "&<>\"'", "%+").get(random.nextInt(3));
        UnaryOperator<String> escape =
                switch (special) {
                    case "\\\"" ->
                        c -> random.nextBoolean() && "\\\"/".contains(c)
                                ? "\\" + c
                                : String.format(random.nextBoolean() ? "\\u%04x" : "\\u%04X", (int) c.charAt(0));
                    case "%+" -> c -> percent(c, random);
                    default -> c -> String.format(random.nextBoolean() ? "&#%d;" : "&#x%X;", (int) c.charAt(0));
                };
        StringBuilder spelled = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            String c = text.substring(i, i + 1);
            spelled.append(special.contains(c) || random.nextInt(4) == 0 ? escape.apply(c) : c);
        }
        return spelled.toString();
    }

    private static String percent(String character, Random random) {
        StringBuilder escaped = new StringBuilder();
        for (byte b : character.getBytes(StandardCharsets.UTF_8)) {
            String hex = String.format("%%%02X", b & 0xff);
            escaped.append(random.nextBoolean() ? hex : hex.toLowerCase(Locale.ROOT));
        }
        return escaped.toString();
    }
}
