package net.aurpay.client.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"a", "20240806071926377966", "USDC-TRC20", "1.50", "..", "-"})
    void leavesASimpleTextAsItIs(String text) {
        assertThat(SafeText.spell(text)).isEqualTo(text);
        assertThat(SafeText.encoded("/x/" + text)).isEqualTo("/x/" + text);
    }

    /** REST clients treat each of these in different ways. */
    @ParameterizedTest
    @ValueSource(strings = {"", "a:b", "a b", "a+b", "%41", "{x}", "a/b", "a;b=c", "~", "a_b", "\u00fc", "\u0663"})
    void spellsAnyOtherTextWithCharactersThatEveryRestClientLeavesAlone(String text) {
        assertThat(SafeText.spell(text)).matches("_aurpay_[0-9a-f]*_");
    }

    @ParameterizedTest
    @ValueSource(strings = {"_aurpay_61_", "_aurpay__", "_aurpay_", "_aurpay_6_", "__", "x_aurpay_41_y", "_aurpay_ff_"})
    void bringsBackATextThatLooksLikeASpelling(String text) {
        String twice = SafeText.spell(SafeText.spell(text));

        assertThat(sent(SafeText.spell(text))).isEqualTo(text);
        assertThat(sent(twice)).isEqualTo(SafeText.spell(text));
    }

    @Test
    void bringsBackAnyText() {
        Random random = new Random(17);
        for (int i = 0; i < 20_000; i++) {
            String first = randomText(random);
            String second = randomText(random);

            String target = SafeText.encoded("/" + SafeText.spell(first) + SafeText.spell(second) + "?q="
                    + SafeText.spell(second) + "_" + SafeText.spell(first));

            assertThat(target).matches("[0-9A-Za-z._~:%/?=-]*");
            assertThat(decoded(target)).isEqualTo("/" + first + second + "?q=" + second + "_" + first);
        }
    }

    /** A client that is built by hand could otherwise send what nobody passed. */
    @ParameterizedTest
    @ValueSource(strings = {"/aurpay_61_", "/_aurpay_6_", "/_aurpay_zz_", "/_aurpay_C3_", "/_aurpay_61", "/a%20b+c"})
    void leavesATargetWithoutASpellingAsItIs(String target) {
        assertThat(SafeText.encoded(target)).isEqualTo(target);
    }

    @ParameterizedTest
    @EnumSource
    void rejectsHalfOfASurrogatePair(Half half) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SafeText.spell("a" + half.text + "b"))
                .withMessage("must be valid Unicode");
    }

    enum Half {
        HIGH("\uD83D"),
        LOW("\uDE00"),
        REVERSED("\uDE00\uD83D");

        private final String text;

        Half(String text) {
            this.text = text;
        }
    }

    private static String sent(String spelling) {
        return decoded(SafeText.encoded(spelling));
    }

    /** Texts of letters, of the characters that are special in a URI or a spelling, and of all of Unicode. */
    private static String randomText(Random random) {
        String special = "_aurpy0123456789abcdef%{}+:/?#[]&= ";
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(14);
        for (int i = 0; i < length; i++) {
            int c = random.nextInt(random.nextBoolean() ? 0x80 : Character.MAX_CODE_POINT + 1);
            if (random.nextBoolean()) {
                text.append(special.charAt(random.nextInt(special.length())));
            } else if (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE) {
                text.appendCodePoint(c);
            }
        }
        return text.toString();
    }

    private static String decoded(String target) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < target.length(); i++) {
            if (target.charAt(i) == '%') {
                bytes.write(HexFormat.fromHexDigits(target, i + 1, i + 3));
                i += 2;
            } else {
                bytes.write(target.charAt(i));
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
