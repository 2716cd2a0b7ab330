package net.aurpay.client;

import net.aurpay.client.json.OpenEnum;

/**
 * What a transaction was made for.
 *
 * <p>Not a Java enum, so that a value added by Aurpay passes and stays readable.
 *
 * @param value as the API spells it
 */
@OpenEnum
public record TransactionType(String value) {
    public static final TransactionType ORDER = new TransactionType("ORDER");
    public static final TransactionType INVOICE = new TransactionType("INVOICE");
    public static final TransactionType WITHDRAW = new TransactionType("WITHDRAW");
    /** The spelling of the documented query value; answers may also say UNKNOWN. */
    public static final TransactionType UNKOWN = new TransactionType("UNKOWN");

    public static final TransactionType UNKNOWN = new TransactionType("UNKNOWN");
    public static final TransactionType SWAP = new TransactionType("SWAP");
    public static final TransactionType REFUND = new TransactionType("REFUND");

    public TransactionType {
        ApiRequest.notBlank("value", value);
    }

    /** The API's spelling, as it stands in a query. */
    @Override
    public String toString() {
        return value;
    }
}
