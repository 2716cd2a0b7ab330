package net.aurpay.webhook.endpoint;

import java.util.Optional;
import net.aurpay.client.Account;
import net.aurpay.webhook.verification.CallbackKind;

/** The path of a callback below {@code aurpay.webhook.url}: the name of the account, if it has one, and the kind. */
final class CallbackPath {
    private CallbackPath() {}

    /** Returns the path for new callbacks. */
    static String of(String account, CallbackKind kind) {
        return (account.isEmpty() ? "" : "/" + account) + kind.path();
    }

    /**
     * Returns the account that the path names; an empty name for the unnamed account, and empty if this is not the path of a
     * callback of this kind. The path, which selected the resource in its decoded form, is compared raw, as it is signed: both
     * must mean the same.
     *
     * @param path raw, without a query
     */
    static Optional<String> account(CallbackKind kind, String path) {
        if (path.equals(kind.path())) {
            return Optional.of("");
        }
        if (!path.startsWith("/") || !path.endsWith(kind.path())) {
            return Optional.empty();
        }
        return Optional.of(path.substring(1, path.length() - kind.path().length()))
                .filter(Account::isName);
    }
}
