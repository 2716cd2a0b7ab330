package net.aurpay.webhook.endpoint;

import java.util.Set;
import net.aurpay.webhook.inbox.WebhookKeys;
import net.aurpay.webhook.verification.AuthenticationFactor;
import net.aurpay.webhook.verification.RejectionReason;

/** Finds the likely cause of a rejection, and the key or setting to change, for the log. */
final class RejectionHint {
    private static final String FROM_AURPAY = "; if they come from Aurpay, ";
    private static final String AUTHENTICATION = FROM_AURPAY + "callback authentication may be off in its dashboard";
    private static final String REWRITTEN =
            FROM_AURPAY + "a proxy in front of this server has changed the header: pass it on unchanged";

    private final String account;

    private final Set<AuthenticationFactor> quoted;

    /**
     * Creates the hint.
     *
     * @param account that the URL names; empty for the unnamed account
     * @param quoted factors with a value that begins and ends with a quotation mark
     */
    RejectionHint(String account, Set<AuthenticationFactor> quoted) {
        this.account = account;
        this.quoted = quoted;
    }

    String account() {
        return account;
    }

    /** Returns the text to append to the reason; may be empty. */
    String of(RejectionReason reason) {
        return switch (reason) {
            case TOKEN_MISSING, API_KEY_MISSING, SIGNATURE_MISSING -> AUTHENTICATION;
            case TOKEN_WRONG ->
                FROM_AURPAY + value(WebhookKeys.TOKEN, "callback token") + " may be wrong"
                        + ifQuoted(AuthenticationFactor.TOKEN);
            case API_KEY_WRONG ->
                FROM_AURPAY + value(WebhookKeys.API_KEY, "API key") + " may be wrong"
                        + ifQuoted(AuthenticationFactor.API_KEY);
            case SIGNATURE_WRONG ->
                FROM_AURPAY + value(WebhookKeys.SECRET, "callback secret") + " or " + WebhookKeys.URL + " may be wrong"
                        + ifQuoted(AuthenticationFactor.SIGNATURE);
            case DATE_MISSING ->
                "; the header Signature is there, but the header Date is missing" + FROM_AURPAY
                        + "a proxy in front of this server removes or renames the header Date: pass it on unchanged";
            case HEADER_DUPLICATED, HEADER_MALFORMED -> REWRITTEN;
            case DATE_UNREADABLE ->
                "; the header Date must be an ISO-8601 date with seconds and an offset, such as 2026-11-23T12:00:00Z";
            case DATE_AHEAD -> "; set this server's clock, or raise " + WebhookKeys.TOLERANCE;
            case DATE_STALE ->
                "; a replay, or a late retry: " + WebhookKeys.MAX_AGE + " says how old a callback may be";
            case ACCOUNT_UNKNOWN ->
                "; there is no account <" + account + ">, or it lacks what " + WebhookKeys.REQUIRE + " asks for";
            default -> "";
        };
    }

    private String value(String key, String name) {
        return account.isEmpty() ? key : "the " + name + " of account <" + account + ">";
    }

    private String ifQuoted(AuthenticationFactor factor) {
        return quoted.contains(factor)
                ? ": a configured value begins and ends with a quotation mark, which a properties file keeps"
                : "";
    }
}
