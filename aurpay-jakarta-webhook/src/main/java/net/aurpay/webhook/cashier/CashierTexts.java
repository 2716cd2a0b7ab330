package net.aurpay.webhook.cashier;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The texts of the pages in the customer's language. An application adds a language by a file {@code
 * net/aurpay/webhook/cashier/texts_xx.properties} of its own.
 */
final class CashierTexts {
    private static final String BUNDLE = "net.aurpay.webhook.cashier.texts";

    private static final Pattern GAP = Pattern.compile("\\{([0-9])\\}");

    private final ResourceBundle bundle;

    private CashierTexts(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    /**
     * Returns the texts in the first of the languages that there are texts in, otherwise in English.
     *
     * @param acceptLanguage the header's value; may be anything
     */
    static CashierTexts of(String acceptLanguage) {
        return ranges(acceptLanguage).stream()
                .map(range -> Locale.forLanguageTag(range.getRange()))
                .filter(locale -> !locale.getLanguage().isEmpty())
                .map(CashierTexts::in)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> new CashierTexts(bundle(Locale.ROOT)));
    }

    private static Optional<CashierTexts> in(Locale locale) {
        if (locale.getLanguage().equals(Locale.ENGLISH.getLanguage())) {
            return Optional.of(new CashierTexts(bundle(Locale.ROOT)));
        }
        ResourceBundle found = bundle(locale);
        // Otherwise it is in the language of the server.
        return found.getLocale().getLanguage().equals(locale.getLanguage())
                ? Optional.of(new CashierTexts(found))
                : Optional.empty();
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(BUNDLE, locale, CashierTexts.class.getClassLoader());
    }

    private static List<Locale.LanguageRange> ranges(String acceptLanguage) {
        try {
            return Locale.LanguageRange.parse(acceptLanguage);
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }

    /** Returns the language tag of the texts. */
    String language() {
        Locale locale = bundle.getLocale();
        return locale.equals(Locale.ROOT) ? "en" : locale.toLanguageTag();
    }

    /** Returns a text, with the values in place of {@code {0}}, {@code {1}} and so on. */
    String text(String key, String... values) {
        return GAP.matcher(text(key)).replaceAll(gap -> Matcher.quoteReplacement(filled(gap, values)));
    }

    /** A file of the application may have more gaps than there are values. */
    private static String filled(MatchResult gap, String... values) {
        int number = Integer.parseInt(gap.group(1));
        return number < values.length ? values[number] : gap.group();
    }

    String text(String key) {
        return bundle.getString(key);
    }
}
