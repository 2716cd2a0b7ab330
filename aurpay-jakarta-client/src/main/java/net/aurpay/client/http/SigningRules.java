package net.aurpay.client.http;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * The points on which the API's documentation contradicts itself. Each has a configuration key.
 *
 * @param upperCaseMd5 {@code aurpay.signing.body-md5-case}: the script and the table say lower case, but one sentence
 *     about debugging says upper case
 * @param omitEmptyBody {@code aurpay.signing.empty-body}: for a POST without a body, the script signs the MD5 of
 *     nothing, but the prose says that the field is empty
 */
public record SigningRules(boolean upperCaseMd5, boolean omitEmptyBody) {
    /**
     * The {@code Body-MD5} header.
     *
     * @param body exactly the bytes that are sent; empty if there is no body
     */
    public String bodyMd5(String method, byte[] body) {
        if (Effect.isRead(method) || (body.length == 0 && omitEmptyBody)) {
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
