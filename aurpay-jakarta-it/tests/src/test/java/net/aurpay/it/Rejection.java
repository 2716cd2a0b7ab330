package net.aurpay.it;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import net.aurpay.it.sandbox.Keys;
import net.aurpay.webhook.testing.SignedCallback;
import net.aurpay.webhook.verification.RejectionReason;

/**
 * A request that must be rejected.
 *
 * @param application that receives the request
 * @param status of the response; 401 or 409 for a rejection
 * @param path the part of the URL after the configured one
 * @param body of the POST
 * @param signing changes what is signed
 * @param change changes the signed request
 */
record Rejection(
        RejectionReason reason,
        String application,
        int status,
        String path,
        String body,
        UnaryOperator<SignedCallback> signing,
        Consumer<WireDraft> change) {
    static final String ORDER_ID = "20200101000000000000";

    private static final String PLANTED = "{\"order_id\":\"" + ORDER_ID + "\",\"planted\":\"body\"}";

    static Rejection forged(RejectionReason reason, Consumer<WireDraft> change) {
        return new Rejection(reason, RejectionsIT.STRICT, 401, path(reason), PLANTED, callback -> callback, change);
    }

    static Rejection dated(RejectionReason reason, String date) {
        return new Rejection(
                reason,
                RejectionsIT.STRICT,
                401,
                path(reason),
                PLANTED,
                callback -> callback.withDate(date),
                draft -> {});
    }

    static Rejection unconfirmed(RejectionReason reason, String application, String orderId) {
        return new Rejection(
                reason,
                application,
                409,
                path(reason),
                "{\"order_id\":\"" + orderId + "\"}",
                callback -> callback,
                draft -> {});
    }

    private static String path(RejectionReason reason) {
        return "/succeeded?reference=" + reason + "&payment=00"
                + String.format("%030x", reason.name().hashCode());
    }

    /** Whether the callback is authentic although it is rejected. */
    boolean isAuthentic() {
        return status == 409 || reason.name().matches("DATE_(UNREADABLE|AHEAD|STALE)");
    }

    String bytes(Keys keys) {
        SignedCallback callback = signing.apply(SignedCallback.of(URI.create(RejectionsIT.PUBLIC + path))
                .signedWith(keys.callbackToken(), keys.callbackSecret())
                .withApiKey(keys.apiKey()));
        Map<String, List<String>> headers = callback.headers().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, header -> List.of(header.getValue()), (one, other) -> one, TreeMap::new));
        WireDraft draft =
                new WireDraft("/" + application + "/aurpay/callbacks" + path, headers, WireDraft.Verdict.REJECTED);
        draft.headers.add("Host: localhost");
        draft.post(body);
        change.accept(draft);
        return draft.bytes();
    }

    @Override
    public String toString() {
        return reason.name();
    }
}
