package net.aurpay.webhook.cashier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CashierPageTest {
    private static final Coin COIN = new Coin("ETH", "USDT-ERC20");
    private final Locale usual = Locale.getDefault();

    @AfterEach
    void restore() {
        Locale.setDefault(usual);
    }

    static Stream<String> pages() {
        return Stream.of("en", "de", "id")
                .map(CashierTexts::of)
                .map(CashierPage::new)
                .flatMap(page -> Stream.of(
                        page.choice("12.50 USD", List.of(COIN), true).source(),
                        page.choice("12.50 USD", List.of(), false).source(),
                        page.another(COIN, "0".repeat(32), true).source(),
                        page.invalid().source(),
                        page.unavailable().source()));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void hasALanguageATitleOneHeadingAndNoScript(String page) {
        assertThat(page).startsWith("<!DOCTYPE html>").containsPattern("<html lang=\"(en|de|id)\">");
        assertThat(page).containsOnlyOnce("<h1>").containsOnlyOnce("<main>").containsPattern("<title>[^<]+</title>");
        assertThat(page).doesNotContain("<script", "javascript:", " style=", " onclick", "http://", "https://", "{}");
    }

    /** Otherwise browsers would ignore the style. */
    @ParameterizedTest
    @MethodSource("pages")
    void thePolicyAllowsTheStyleOfThePage(String page) throws Exception {
        String style = page.substring(page.indexOf("<style>") + 7, page.indexOf("</style>"));
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));

        assertThat(CashierPage.POLICY)
                .contains("style-src 'sha256-" + Base64.getEncoder().encodeToString(digest) + "'")
                .contains("default-src 'none'")
                .doesNotContain("script-src", "unsafe");
        assertThat(style).contains("prefers-color-scheme: dark");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de-AT,de;q=0.9,en;q=0.5|de|Zahlungsart wählen",
                "id|id|Pilih cara pembayaran",
                "in|id|Pilih cara pembayaran",
                "en;q=0.4,de;q=0.3|en|Choose how to pay",
                "fr,id;q=0.5,de;q=0.4|id|Pilih cara pembayaran",
                "fr|en|Choose how to pay",
                "''|en|Choose how to pay",
                "*|en|Choose how to pay",
                "!!,;q=x|en|Choose how to pay"
            })
    void speaksTheCustomersLanguageAndNotTheServers(String header, String language, String title) {
        Locale.setDefault(Locale.GERMANY);
        ResourceBundle.clearCache();

        String page = new CashierPage(CashierTexts.of(header))
                .choice("1 USD", List.of(COIN), false)
                .source();

        assertThat(page).contains("<html lang=\"" + language + "\">", "<h1>" + title + "</h1>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "id"})
    void eachLanguageHasEveryText(String language) {
        ResourceBundle english = ResourceBundle.getBundle("net.aurpay.webhook.cashier.texts", Locale.ROOT);
        ResourceBundle translated =
                ResourceBundle.getBundle("net.aurpay.webhook.cashier.texts", Locale.forLanguageTag(language));

        assertThat(translated.keySet()).isEqualTo(english.keySet());
        assertThat(english.keySet()).allSatisfy(key -> assertThat(translated.getString(key))
                .isNotEqualTo(english.getString(key))
                .satisfies(text -> assertThat(text.contains("{0}"))
                        .isEqualTo(english.getString(key).contains("{0}"))));
    }

    /** A code that has no name here, such as one that Aurpay adds later, is shown as it is. */
    @ParameterizedTest
    @CsvSource({
        "ETH, ETH, Ethereum",
        "BTC, BTC, Bitcoin",
        "BLN, BTC-LN, Bitcoin Lightning",
        "BSC, BNB, BNB on BNB Smart Chain",
        "TRX, USDT-TRC20, Tether USD on TRON",
        "TRX, NEW-TRC20, NEW-TRC20 on TRON",
        "NEW, USDT-NEW, USDT-NEW on NEW",
        "SOL, SOL, SOL",
        "{1}, $1{0}, $1{0} on {1}"
    })
    void namesCurrenciesAndTheirChains(String chain, String currency, String name) {
        CashierPage page = new CashierPage(CashierTexts.of("en"));
        Coin coin = new Coin(chain, currency);

        assertThat(page.choice("1 USD", List.of(coin), false).source())
                .contains("<span>" + name + "</span> <small>" + currency + "</small></button>");
        assertThat(page.another(coin, "0".repeat(32), true).source()).contains(">Pay with " + name + " instead<");
    }

    @Test
    void namesTheChainInTheCustomersLanguage() {
        assertThat(new CashierPage(CashierTexts.of("de"))
                        .choice("1 USD", List.of(COIN), false)
                        .source())
                .contains("Tether USD auf Ethereum");
    }

    @Test
    void escapesEveryTextButNotThePiecesOfThePage() {
        assertThat(Html.of("<p title=\"{}\">{}{}</p>", "\"'", "<&>", Html.of("<b>{}</b>", "{}"))
                        .source())
                .isEqualTo("<p title=\"&quot;&#39;\">&lt;&amp;&gt;<b>{}</b></p>");
    }

    @Test
    void everyGapNeedsAValue() {
        assertThatThrownBy(() -> Html.of("<p>{}{}</p>", "one")).isInstanceOf(IllegalArgumentException.class);
    }
}
