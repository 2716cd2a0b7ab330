package net.aurpay.client.http;

import java.lang.reflect.RecordComponent;
import java.util.Map;

/**
 * Finds the component of a record by its name in the API. The table is independent of the library's annotations, so
 * that a wrong annotation is noticed.
 */
final class Components {
    private static final Map<String, String> RENAMED = Map.ofEntries(
            Map.entry("vs_price", "price"),
            Map.entry("vs_currency", "priceCurrency"),
            Map.entry("from_addr", "fromAddress"),
            Map.entry("to_addr", "toAddress"),
            Map.entry("contract_addr", "contractAddress"),
            Map.entry("payment_addr", "paymentAddress"),
            Map.entry("tx_id", "transactionId"),
            Map.entry("tx_type", "transactionType"),
            Map.entry("tx_hash", "transactionHash"),
            Map.entry("tx_hash_list", "transactionHashes"),
            Map.entry("refund", "refundable"),
            Map.entry("data", "items"));

    private Components() {}

    static RecordComponent named(Class<?> type, String apiName) {
        String name = RENAMED.getOrDefault(apiName, apiName.replace("_", ""));
        for (RecordComponent component : type.getRecordComponents()) {
            if (component.getName().equalsIgnoreCase(name)) {
                return component;
            }
        }
        throw new AssertionError(type + " has no component for " + apiName);
    }
}
