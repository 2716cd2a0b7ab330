package net.aurpay.client.http;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * The points of the API on which its documentation contradicts itself, each by a configuration key.
 *
 * @param upperCaseMd5 {@code aurpay.signing.body-md5-case}: the script and the table say lower case, one sentence of
 *     the debugging prose says upper
 * @param omitEmptyBody {@code aurpay.signing.empty-body}: the script signs the MD5 of nothing for a POST without a
 *     body, the prose says the field is empty then
 */
public record SigningRules(boolean upperCaseMd5, boolean omitEmptyBody) {
    /**
     * The {@code Body-MD5} header.
     *
     * @param body exactly the bytes that are sent; empty for none
     */
    public String bodyMd5(String method, byte[] body) {
        if (method.equals("GET") || (body.length == 0 && omitEmptyBody)) {
            return "";
        }
        try {
            HexFormat hex = upperCaseMd5 ? HexFormat.of().withUpperCase() : HexFormat.of();
            return hex.formatHex(MessageDigest.getInstance("MD5").digest(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JVM has MD5", e);
        }
    }
}
