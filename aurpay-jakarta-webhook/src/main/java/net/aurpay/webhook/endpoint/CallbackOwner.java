package net.aurpay.webhook.endpoint;

import java.net.URI;
import java.util.List;
import net.aurpay.webhook.verification.CallbackKind;

/**
 * Tells the callbacks of one account from those of another.
 *
 * @param account empty for the unnamed account
 * @param urls bases of the callbacks' URLs; none if there is only one account
 */
public record CallbackOwner(String account, List<String> urls) {
    /** There is only the unnamed account. */
    static final CallbackOwner ONLY = new CallbackOwner("", List.of());

    /** Whether this is the URL of a payment of the account. The base of an open payment may no longer be configured. */
    boolean owns(URI url, CallbackKind kind) {
        String text = url.toString();
        int question = text.indexOf('?');
        String address = question < 0 ? text : text.substring(0, question);
        boolean foreign = false;
        for (String base : urls) {
            if (address.startsWith(base + "/")) {
                String owner = CallbackPath.account(kind, address.substring(base.length()))
                        .orElse("/");
                if (owner.equals(account)) {
                    return true;
                }
                foreign |= !owner.equals("/");
            }
        }
        return !foreign && address.endsWith(CallbackPath.of(account, kind));
    }
}
