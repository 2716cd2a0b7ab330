package net.aurpay.it.paymentpage;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import net.aurpay.client.CryptoCurrency;

/** Renders the page. Every text from elsewhere goes through {@link #escape}. */
final class PaymentHtml {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private PaymentHtml() {}

    static String page(Sale sale, List<CryptoCurrency> currencies, String problem, Instant now) {
        Sale.State state = sale.state(now);
        String title = title(sale, state);
        return """
                <!doctype html>
                <html lang="en">
                <head>
                  <meta charset="utf-8">
                  <meta name="viewport" content="width=device-width, initial-scale=1">
                  <title>%1$s – %2$s</title>
                  <link rel="stylesheet" href="../../payment.css">
                  %3$s
                </head>
                <body>
                  <main id="payment" data-state="%4$s">
                    <p>%2$s, %5$s USD</p>
                    <h1>%1$s</h1>
                    %6$s
                    %7$s
                    <p class="small">Your reference, if you write to us: %8$s</p>
                    %9$s
                  </main>
                </body>
                </html>
                """
                .formatted(
                        title,
                        escape(sale.item()),
                        reloading(state),
                        state,
                        sale.price().toPlainString(),
                        problem.isEmpty() ? "" : "<p role=\"alert\">" + escape(problem) + "</p>",
                        content(sale, state, currencies, now),
                        escape(sale.reference()),
                        state == Sale.State.OPEN
                                ? "<p class=\"small\">Times are in <span id=\"zone\">UTC</span>.</p>"
                                : "");
    }

    private static String title(Sale sale, Sale.State state) {
        return switch (state) {
            case NEW -> "How do you want to pay?";
            case OPEN ->
                "Send exactly " + escape(sale.due().orElseThrow().amount()) + " "
                        + escape(CoinNames.ofCurrency(sale.due().orElseThrow().currency()));
            case TIME_OVER -> "The time to pay is over";
            case UNDERPAID -> "A part of the amount is missing";
            case EXPIRED -> "Not paid in time";
            case PAID -> "Paid, thank you";
        };
    }

    /** The script reloads the page only after a change. Without scripts, the page reloads itself, unless it has a form. */
    private static String reloading(Sale.State state) {
        String script = "<script src=\"../../payment.js\" defer></script>";
        return switch (state) {
            case OPEN, TIME_OVER, UNDERPAID ->
                "<noscript><meta http-equiv=\"refresh\" content=\"15\"></noscript>" + script;
            case EXPIRED -> script;
            case NEW, PAID -> "";
        };
    }

    private static String content(Sale sale, Sale.State state, List<CryptoCurrency> currencies, Instant now) {
        return switch (state) {
            case NEW -> form(sale, currencies);
            case OPEN -> due(sale, sale.due().orElseThrow(), now);
            case TIME_OVER ->
                """
                    <p>If you have paid, you need not do anything: this page will say so when the payment is confirmed.
                    If you have not paid, please do not pay to this address any more.</p>""";
            case UNDERPAID ->
                shortfall(sale.due().orElseThrow())
                        + """
                    <p>Less than the amount has arrived. Please do not send the rest by yourself, because a second
                    payment would not be recognised. Please write to us instead.</p>""";
            case EXPIRED ->
                """
                    <p>If you have sent money nevertheless, please do not pay again, but write to us.</p>"""
                        + form(sale, currencies);
            case PAID -> "<p><a href=\"../../\">Back to the shop</a></p>";
        };
    }

    private static String form(Sale sale, List<CryptoCurrency> currencies) {
        if (currencies.isEmpty()) {
            return "<p><a href=\"" + escape(sale.reference()) + "\">Try again</a></p>";
        }
        return """
                <form method="post">
                  <fieldset>
                    <legend>Currency and network</legend>
                    %s
                  </fieldset>
                  <button>Show where to pay</button>
                </form>"""
                .formatted(currencies.stream()
                        .map(each ->
                                "<label><input type=\"radio\" name=\"currency\" value=\"%1$s\" required> %2$s <small>%1$s</small></label>"
                                        .formatted(
                                                escape(each.currency()),
                                                escape(CoinNames.of(each.chain(), each.currency()))))
                        .collect(Collectors.joining("\n")));
    }

    private static String due(Sale sale, Sale.Due due, Instant now) {
        return """
                <dl>
                  <dt>Amount</dt><dd><code id="amount">%1$s</code> %2$s</dd>
                  <dt>Network</dt><dd>%10$s <small id="network">%3$s</small></dd>
                  <dt>Address</dt><dd><code id="address">%4$s</code></dd>
                  %5$s
                  <dt>Pay until</dt>
                  <dd><time datetime="%6$s">%7$s</time>; time left: <span id="left" role="timer">%8$s</span></dd>
                </dl>
                <ul>
                  <li>Send this amount in one payment, to the last digit. If your wallet takes a fee from the amount, add
                      the fee: with any other amount, we do not recognise your payment.</li>
                  <li>Send only %2$s, and only on the network %10$s. Anything else is lost.</li>
                </ul>
                <figure>
                  <img src="%9$s/code" width="232" height="232" alt="QR code of the address">
                  <figcaption>This code contains the address only. Please enter the amount yourself.</figcaption>
                </figure>"""
                .formatted(
                        escape(due.amount()),
                        currency(due),
                        escape(due.chain()),
                        escape(due.address()),
                        due.contractAddress()
                                .map(contract ->
                                        "<dt>Contract of the token (do not pay to it)</dt><dd><code id=\"contract\">"
                                                + escape(contract) + "</code></dd>")
                                .orElse(""),
                        due.payUntil(),
                        TIME.format(due.payUntil()),
                        sale.timeLeft(now),
                        escape(sale.reference()),
                        escape(CoinNames.ofNetwork(due.chain())));
    }

    /** The name, and beside it the code, because wallets show either. */
    private static String currency(Sale.Due due) {
        return escape(CoinNames.ofCurrency(due.currency())) + " <small>" + escape(due.currency()) + "</small>";
    }

    private static String shortfall(Sale.Due due) {
        return due.shortfall()
                .map(shortfall ->
                        """
                        <dl>
                          <dt>Received</dt><dd><code id="received">%1$s</code> %3$s</dd>
                          <dt>Missing</dt><dd><code id="missing">%2$s</code> %3$s</dd>
                        </dl>
                        """
                                .formatted(escape(shortfall.received()), escape(shortfall.missing()), currency(due)))
                .orElse("");
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
