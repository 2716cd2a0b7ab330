package net.aurpay.it.sandbox;

/**
 * How the sandbox verifies signatures where Aurpay's documentation is ambiguous.
 *
 * @param upperCaseMd5 whether {@code Body-MD5} has to be upper case
 * @param omitEmptyBody whether a POST without a body has no {@code Body-MD5}
 * @param decodesTarget whether the target is percent-decoded before it is signed
 */
public record VerificationRules(boolean upperCaseMd5, boolean omitEmptyBody, boolean decodesTarget) {
    public static final VerificationRules DOCUMENTED = new VerificationRules(false, false, false);
}
