package net.aurpay.client;

/**
 * The points of the API on which its documentation contradicts itself, each by a configuration key.
 *
 * @param upperCaseMd5 {@code aurpay.signing.body-md5-case}: the script and the table say lower case, one sentence of the
 *     debugging prose says upper
 * @param omitEmptyBody {@code aurpay.signing.empty-body}: the script signs the MD5 of nothing for a POST without a body,
 *     the prose says the field is empty then
 */
record SigningRules(boolean upperCaseMd5, boolean omitEmptyBody) {
    static final SigningRules DOCUMENTED = new SigningRules(false, false);
}
