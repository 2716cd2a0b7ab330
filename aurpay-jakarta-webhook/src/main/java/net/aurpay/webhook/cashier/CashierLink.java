package net.aurpay.webhook.cashier;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import net.aurpay.client.PaymentOptions;
import net.aurpay.client.PaymentUrlRequest;
import net.aurpay.client.Redirects;
import org.jspecify.annotations.Nullable;

/**
 * What a link contains.
 *
 * @param reference the merchant's own name of the payment
 * @param request the price and the redirects
 * @param expires to the second
 */
public record CashierLink(String reference, PaymentUrlRequest request, Instant expires) {
    /** A part of a path, which servers and proxies accept up to about 8,000 characters. */
    static final int MAX_LENGTH = 4000;

    /** The first byte, so that a later version of the library can recognise links of this one. */
    private static final int VERSION = 1;

    private static final int AT_PAR_UNSET = 2;

    public CashierLink {
        PaymentOptions options = request.options();
        if (request.id() != null || request.url() != null) {
            throw new IllegalArgumentException("the request must have no origin, because an order in one cryptocurrency"
                    + " has none; its reference is an argument of its own");
        }
        if (options.callbacks() != null || options.postCallbacks() != null) {
            throw new IllegalArgumentException(
                    "the request must have no callbacks, because they are added when the payment is opened");
        }
    }

    /**
     * Returns the last part of the link's path.
     *
     * @throws IllegalArgumentException if it would be too long
     */
    public String sealed(LinkSeal seal) {
        String sealed = seal.seal(bytes());
        if (sealed.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("the link would have " + sealed.length() + " characters, more than "
                    + MAX_LENGTH + ": shorten the redirects");
        }
        return sealed;
    }

    /** Reads what {@link #sealed} has written; empty if it was changed or is not ours. */
    static Optional<CashierLink> of(String sealed, LinkSeal seal) {
        return sealed.length() > MAX_LENGTH
                ? Optional.empty()
                : seal.open(sealed).flatMap(CashierLink::of);
    }

    private byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            Redirects redirects = request.options().redirects();
            Boolean atPar = request.options().stablecoinAtPar();
            out.writeByte(VERSION);
            out.writeLong(expires.getEpochSecond());
            out.writeUTF(reference);
            out.writeUTF(request.price().toString());
            out.writeUTF(request.priceCurrency());
            out.writeUTF(text(redirects.succeeded()));
            out.writeUTF(text(redirects.timedOut()));
            out.writeByte(atPar == null ? AT_PAR_UNSET : atPar ? 1 : 0);
        } catch (IOException e) {
            throw new IllegalArgumentException("the link would be too long: shorten the redirects", e);
        }
        return bytes.toByteArray();
    }

    private static Optional<CashierLink> of(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readByte() != VERSION) {
                return Optional.empty();
            }
            Instant expires = Instant.ofEpochSecond(in.readLong());
            String reference = in.readUTF();
            PaymentUrlRequest request = PaymentUrlRequest.of(new BigDecimal(in.readUTF()), in.readUTF());
            Redirects redirects = new Redirects(uri(in.readUTF()), uri(in.readUTF()));
            int atPar = in.readByte();
            return Optional.of(new CashierLink(
                    reference,
                    request.withOptions(new PaymentOptions(
                            redirects, null, atPar == AT_PAR_UNSET ? null : Boolean.valueOf(atPar == 1), null)),
                    expires));
        } catch (IOException e) {
            throw new IllegalStateException("the content of a signed link ends too early", e);
        }
    }

    private static String text(@Nullable URI url) {
        return url == null ? "" : url.toString();
    }

    private static @Nullable URI uri(String text) {
        return text.isEmpty() ? null : URI.create(text);
    }
}
