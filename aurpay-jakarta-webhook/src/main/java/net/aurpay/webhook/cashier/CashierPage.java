package net.aurpay.webhook.cashier;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import net.aurpay.client.shared.PercentEncoding;

/** Writes the pages of the cashier. They have no script, and their only style is in the page itself. */
public final class CashierPage {
    private static final String STYLE =
            """
            :root { color-scheme: light dark; --ink: #1a1a1a; --paper: #fff; --line: #767676; --fill: #0b57d0; --on: #fff }
            @media (prefers-color-scheme: dark) {
              :root { --ink: #eee; --paper: #161616; --line: #949494; --fill: #a8c7fa; --on: #0b1a33 }
            }
            body { margin: 0; background: var(--paper); color: var(--ink); font: 1.125rem/1.5 system-ui, sans-serif }
            main { max-width: 32rem; margin: 0 auto; padding: 1.5rem }
            h1 { font-size: 1.5rem; line-height: 1.25 }
            h2 { font-size: 1.125rem }
            ul { list-style: none; margin: 0; padding: 0 }
            button, .button { display: block; box-sizing: border-box; width: 100%; margin: 0 0 .75rem; padding: .75rem 1rem;
              border: 1px solid var(--line); border-radius: .5rem; background: transparent; color: var(--ink); font: inherit;
              text-align: start; text-decoration: none; cursor: pointer }
            li button { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: baseline; gap: 0 1rem }
            small { font-size: .875rem }
            button:hover, .button:hover, .first { background: var(--fill); border-color: var(--fill); color: var(--on) }
            :focus-visible { outline: 3px solid var(--fill); outline-offset: 2px }
            """;

    /**
     * The policy that each page is sent with. It has no {@code form-action}, because browsers apply it to the redirection
     * to Aurpay, too.
     */
    public static final String POLICY =
            "default-src 'none'; style-src 'sha256-" + sha256(STYLE) + "'; base-uri 'none'; frame-ancestors 'none'";

    private final CashierTexts texts;

    CashierPage(CashierTexts texts) {
        this.texts = texts;
    }

    /**
     * The choice.
     *
     * @param open whether a payment is open that the customer can go on with
     */
    Html choice(String amount, List<Coin> coins, boolean open) {
        Html list = coins.isEmpty()
                ? Html.of("<p>{}</p>", texts.text("choose.none"))
                : Html.of(
                        """
                        <h2 id="coins">{}</h2>
                        <form method="post">
                        <ul aria-labelledby="coins">
                        {}
                        </ul>
                        </form>""",
                        texts.text("choose.currencies"),
                        Html.joined(coins.stream().map(this::item).toList()));
        Html note = open ? Html.of("<p>{}</p>\n{}", texts.text("open.note"), goOn()) : Html.NOTHING;
        return page("choose.title", Html.of("<p>{}</p>\n{}\n{}", texts.text("choose.amount", amount), note, list));
    }

    private Html item(Coin coin) {
        return Html.of(
                "<li><button formaction=\"{}\"><span>{}</span> <small>{}</small></button></li>",
                query(coin, Optional.empty()),
                name(coin),
                coin.currency());
    }

    /** Names a chain's own coin once, and of any other coin the chain, too: money sent on another chain is lost. */
    private String name(Coin coin) {
        String currency = CoinNames.ofCurrency(coin.currency());
        String chain = CoinNames.ofChain(coin.chain());
        return currency.equals(chain) ? currency : texts.text("coin.on", currency, chain);
    }

    /**
     * Asks whether the customer wants to pay in another way than in the one that is open.
     *
     * @param usable whether the customer may as well go on with the open payment
     */
    Html another(Coin coin, String openPaymentId, boolean usable) {
        return page(
                "another.title",
                Html.of(
                        """
                        <p>{}</p>
                        {}
                        <form method="post">
                        <button formaction="{}">{}</button>
                        </form>""",
                        texts.text("another.text"),
                        usable ? goOn() : Html.NOTHING,
                        query(coin, Optional.of(openPaymentId)),
                        texts.text("another.pay", name(coin))));
    }

    /** Says the same of every link that is not valid, whatever is wrong with it. */
    Html invalid() {
        return page("invalid.title", Html.of("<p>{}</p>", texts.text("invalid.text")));
    }

    Html unavailable() {
        return page(
                "unavailable.title",
                Html.of(
                        "<p>{}</p>\n<a class=\"button\" href=\"?{}\">{}</a>",
                        texts.text("unavailable.text"),
                        CashierRequest.CHOOSE,
                        texts.text("unavailable.retry")));
    }

    private Html goOn() {
        // An empty query, because an empty reference would keep that of this page.
        return Html.of("<a class=\"button first\" href=\"?\">{}</a>", texts.text("open.continue"));
    }

    private static String query(Coin coin, Optional<String> insteadOf) {
        return "?" + CashierRequest.COIN + "=" + PercentEncoding.encode(coin.toString())
                + insteadOf
                        .map(id -> "&" + CashierRequest.INSTEAD_OF + "=" + id)
                        .orElse("");
    }

    private Html page(String title, Html content) {
        return Html.of(
                """
                <!DOCTYPE html>
                <html lang="{}">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="robots" content="noindex">
                <title>{}</title>
                <style>{}</style>
                </head>
                <body>
                <main>
                <h1>{}</h1>
                {}
                </main>
                </body>
                </html>
                """,
                texts.language(),
                texts.text(title),
                new Html(STYLE),
                texts.text(title),
                content);
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
