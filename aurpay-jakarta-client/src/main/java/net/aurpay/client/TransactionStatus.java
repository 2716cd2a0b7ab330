package net.aurpay.client;

import net.aurpay.client.json.OpenEnum;

/**
 * The state of a transaction.
 *
 * <p>Not a Java enum, so that a value that Aurpay adds later is accepted and stays readable.
 *
 * @param value as the API spells it; not blank
 */
@OpenEnum
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
}
