package net.aurpay.webhook.endpoint;

import java.net.URI;
import java.util.List;
import java.util.function.Predicate;
import net.aurpay.client.Account;
import net.aurpay.webhook.verification.CallbackKind;

/**
 * Tells the callbacks of one account from those of another.
 *
 * @param account empty for the unnamed account
 * @param urls bases of the callbacks' URLs; none if there is only one account
 * @param exists whether there is a named account
 */
public record CallbackOwner(String account, List<String> urls, Predicate<String> exists) {
    /** There is only the unnamed account. */
    static final CallbackOwner ONLY = new CallbackOwner("", List.of(), name -> false);

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
        return !foreign && address.endsWith(CallbackPath.of(account, kind)) && !isOfNamed(address, kind);
    }

    /** Whether the URL of the unnamed account could as well be that of a named one, because its base is not known. */
    private boolean isOfNamed(String address, CallbackKind kind) {
        String before = address.substring(0, address.length() - kind.path().length());
        String segment = before.substring(before.lastIndexOf('/') + 1);
        return account.isEmpty() && Account.isName(segment) && exists.test(segment);
    }
}
