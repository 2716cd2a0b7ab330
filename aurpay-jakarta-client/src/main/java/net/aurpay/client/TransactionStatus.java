package net.aurpay.client;

import jakarta.json.bind.annotation.JsonbTypeAdapter;
import net.aurpay.client.json.OpenEnumAdapter;

/**
 * The state of a transaction.
 *
 * <p>Not a Java enum, so that a value that Aurpay adds later is accepted and stays readable.
 *
 * @param value as the API spells it; not blank
 */
@JsonbTypeAdapter(TransactionStatus.Adapter.class)
public record TransactionStatus(String value) {
    public static final TransactionStatus PENDING = new TransactionStatus("PENDING");
    public static final TransactionStatus SUCCESS = new TransactionStatus("SUCCESS");
    public static final TransactionStatus RESOLVED = new TransactionStatus("RESOLVED");
    public static final TransactionStatus OVERDUE = new TransactionStatus("OVERDUE");
    public static final TransactionStatus FAILED = new TransactionStatus("FAILED");
    public static final TransactionStatus TERMINATED = new TransactionStatus("TERMINATED");

    public TransactionStatus {
        ApiRequest.notBlank("value", value);
    }

    /** The API's spelling, which queries use, too. */
    @Override
    public String toString() {
        return value;
    }

    /** Lets JSON-B read and write the value as a string. */
    public static final class Adapter extends OpenEnumAdapter<TransactionStatus> {
        /** JSON-B calls this constructor. */
        public Adapter() {
            super(TransactionStatus::new);
        }
    }
}
