package net.aurpay.it.sandbox;

/**
 * The readings of the API's open points that a server may take.
 *
 * @param upperCaseMd5 whether {@code Body-MD5} has to be upper case
 * @param omitEmptyBody whether a POST without a body has no {@code Body-MD5}
 * @param decodesTarget whether the target is percent-decoded before it is signed
 */
public record VerificationRules(boolean upperCaseMd5, boolean omitEmptyBody, boolean decodesTarget) {
    public static final VerificationRules DOCUMENTED = new VerificationRules(false, false, false);
}
