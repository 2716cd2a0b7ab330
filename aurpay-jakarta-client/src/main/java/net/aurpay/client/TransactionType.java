package net.aurpay.client;

import jakarta.json.bind.annotation.JsonbTypeAdapter;
import net.aurpay.client.json.OpenEnumAdapter;

/**
 * What a transaction was made for.
 *
 * <p>Not a Java enum, so that a value that Aurpay adds later is accepted and stays readable.
 *
 * @param value as the API spells it; not blank
 */
@JsonbTypeAdapter(TransactionType.Adapter.class)
public record TransactionType(String value) {
    public static final TransactionType ORDER = new TransactionType("ORDER");
    public static final TransactionType INVOICE = new TransactionType("INVOICE");
    public static final TransactionType WITHDRAW = new TransactionType("WITHDRAW");
    /** The query value as the documentation spells it; responses may also contain {@link #UNKNOWN}. */
    public static final TransactionType UNKOWN = new TransactionType("UNKOWN");

    public static final TransactionType UNKNOWN = new TransactionType("UNKNOWN");
    public static final TransactionType SWAP = new TransactionType("SWAP");
    public static final TransactionType REFUND = new TransactionType("REFUND");

    public TransactionType {
        ApiRequest.notBlank("value", value);
    }

    /** The API's spelling, which queries use, too. */
    @Override
    public String toString() {
        return value;
    }

    /** Lets JSON-B read and write the value as a string. */
    public static final class Adapter extends OpenEnumAdapter<TransactionType> {
        /** JSON-B calls this constructor. */
        public Adapter() {
            super(TransactionType::new);
        }
    }
}
