package net.aurpay.webhook.verification;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import net.aurpay.client.shared.VisibleAscii;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a callback comes from Aurpay. Use it if you write your own endpoint, servlet or queue consumer; if you
 * serve several merchants, use one verifier for each. Thread-safe.
 *
 * <pre>{@code
 * CallbackVerifier verifier = CallbackVerifier.builder()
 *         .url("https://shop.example.com/hook").token(token).secret(secret).build();
 * String query = request.getQueryString();
 * VerifiedCallback callback = verifier.verify(query == null ? "" : "?" + query,
 *         name -> Collections.list(request.getHeaders(name)));
 * }</pre>
 *
 * <p>Verify before you read a byte of the body, and remember which callbacks you have processed: a callback has no
 * nonce, so the same callback passes again until it is older than the maximal age.
 *
 * @see <a href="https://dashboard.aurpay.net">Collection "Aurpay API", Callback Authentication Method</a>
 */
public final class CallbackVerifier {
    /** Longer URLs are rejected. Servers accept request lines of about this length. */
    public static final int MAX_URL = 8192;

    private final String[] urls;
    private final SecretValues tokens;
    private final SecretValues apiKeys;
    private final CallbackMac[] macs;
    private final Set<AuthenticationFactor> required;
    private final Set<AuthenticationFactor> quoted;
    private final Duration tolerance;
    private final Duration maxAge;
    private final InstantSource clock;

    CallbackVerifier(CallbackVerifierBuilder rules) {
        urls = rules.urls.toArray(new String[0]);
        tokens = new SecretValues(rules.tokens);
        apiKeys = new SecretValues(rules.apiKeys);
        macs = rules.secrets.stream().map(CallbackMac::new).toArray(CallbackMac[]::new);
        required = Set.copyOf(rules.required);
        quoted = rules.quoted();
        tolerance = rules.tolerance;
        maxAge = rules.maxAge;
        clock = rules.clock;
    }

    /** Returns a builder that requires token and signature unless you change that. */
    public static CallbackVerifierBuilder builder() {
        return new CallbackVerifierBuilder();
    }

    /**
     * Verifies a callback by its URL and its headers.
     *
     * @param urlSuffix the part of the request's URL after the configured URL: the raw remainder of the path, if any,
     *     and {@code ?} with the raw query, if any. Neither decode nor re-encode it. Most servers treat {@code /x?} like
     *     {@code /x}, so do not register a URL that ends with {@code ?}
     * @param headers returns all values of a header by its name, in whatever case the name is written; null or empty if
     *     the header is missing
     * @throws CallbackRejectedException if the callback must not be believed, whatever is wrong with it
     */
    public VerifiedCallback verify(String urlSuffix, Function<String, ? extends @Nullable List<String>> headers)
            throws CallbackRejectedException {
        if (!urlSuffix.isEmpty() && !VisibleAscii.isVisible(urlSuffix, MAX_URL)) {
            throw new CallbackRejectedException(RejectionReason.URL_MALFORMED);
        }
        CallbackHeaders received = new CallbackHeaders(headers);
        check(AuthenticationFactor.TOKEN, tokens, received);
        check(AuthenticationFactor.API_KEY, apiKeys, received);
        String signature = macs.length == 0
                ? null
                : received.get(AuthenticationFactor.SIGNATURE.header(), CallbackHeaders.SIGNATURE);
        if (signature != null) {
            return verifySigned(urlSuffix, signature, received);
        }
        if (required.contains(AuthenticationFactor.SIGNATURE)) {
            throw new CallbackRejectedException(RejectionReason.SIGNATURE_MISSING);
        }
        return new VerifiedCallback(urls[0] + urlSuffix, clock.instant(), false);
    }

    /**
     * Factors with a value that begins and ends with a quotation mark. A properties file does not remove quotation
     * marks.
     */
    public Set<AuthenticationFactor> quoted() {
        return quoted;
    }

    /** The required factors, for the log. */
    public Set<AuthenticationFactor> required() {
        return required;
    }

    private void check(AuthenticationFactor factor, SecretValues values, CallbackHeaders received)
            throws CallbackRejectedException {
        if (values.isEmpty()) {
            return;
        }
        boolean isToken = factor == AuthenticationFactor.TOKEN;
        String value = received.get(factor.header(), CallbackHeaders.MAX_SECRET);
        if (value == null) {
            if (required.contains(factor)) {
                throw new CallbackRejectedException(
                        isToken ? RejectionReason.TOKEN_MISSING : RejectionReason.API_KEY_MISSING);
            }
        } else if (!values.contains(value.getBytes(StandardCharsets.US_ASCII))) {
            throw new CallbackRejectedException(isToken ? RejectionReason.TOKEN_WRONG : RejectionReason.API_KEY_WRONG);
        }
    }

    /**
     * Checks the signature first and parses the date afterwards, because the text of the date is signed, too. A stale
     * date is therefore always an authentic one.
     */
    private VerifiedCallback verifySigned(String urlSuffix, String signature, CallbackHeaders received)
            throws CallbackRejectedException {
        String date = received.get("Date", CallbackHeaders.MAX_DATE);
        if (date == null) {
            throw new CallbackRejectedException(RejectionReason.DATE_MISSING);
        }
        String url = signedUrl(urlSuffix, date, signature.getBytes(StandardCharsets.US_ASCII));
        if (url == null) {
            throw new CallbackRejectedException(RejectionReason.SIGNATURE_WRONG);
        }
        Instant sent = CallbackDate.parse(date);
        if (sent == null) {
            throw new CallbackRejectedException(
                    RejectionReason.DATE_UNREADABLE, "of the form <" + form(date) + ">", url, null);
        }
        requireTimely(sent, url);
        return new VerifiedCallback(url, sent, true);
    }

    private void requireTimely(Instant sent, String url) throws CallbackRejectedException {
        Instant now = clock.instant();
        if (sent.isAfter(now.plus(tolerance))) {
            String detail = "dated <" + sent + ">, " + difference(now, sent)
                    + " ahead of this server's clock, the tolerance is " + tolerance;
            throw new CallbackRejectedException(RejectionReason.DATE_AHEAD, detail, url, sent);
        }
        if (sent.isBefore(now.minus(maxAge))) {
            String detail = "dated <" + sent + ">, " + difference(sent, now) + " old, the maximal age is " + maxAge;
            throw new CallbackRejectedException(RejectionReason.DATE_STALE, detail, url, sent);
        }
    }

    /**
     * Describes the form of the text: digits as 9, letters as a or A. The text itself is not shown, because it may be
     * anything, even a secret.
     */
    private static String form(String date) {
        return date.replaceAll("[0-9]", "9").replaceAll("[a-z]", "a").replaceAll("[A-Z]", "A");
    }

    private static Duration difference(Instant earlier, Instant later) {
        return Duration.between(earlier, later).truncatedTo(ChronoUnit.MILLIS);
    }

    /**
     * Returns the URL that the signature fits, or null.
     *
     * <p>Compares Base64 text, not the decoded bytes. Decoders accept loose trailing bits, missing padding or line
     * breaks, and so several spellings of one signature; only the spelling of an encoder passes here.
     */
    private @Nullable String signedUrl(String urlSuffix, String date, byte[] signature) {
        String found = null;
        for (String base : urls) {
            String url = base + urlSuffix;
            byte[] origin = CallbackMac.origin(date, url);
            for (CallbackMac mac : macs) {
                // Do not stop at a match: the time must not tell which secret or URL was right.
                if (MessageDigest.isEqual(signature, mac.sign(origin))) {
                    found = url;
                }
            }
        }
        return found;
    }

    /** Contains no secret. */
    @Override
    public String toString() {
        return "CallbackVerifier[urls=" + Arrays.toString(urls) + ", required=" + required + ", tokens=" + tokens
                + ", secrets=" + macs.length + " hidden, apiKeys=" + apiKeys + ", tolerance=" + tolerance + ", maxAge="
                + maxAge + "]";
    }
}
