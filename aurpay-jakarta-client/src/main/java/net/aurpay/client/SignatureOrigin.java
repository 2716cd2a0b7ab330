package net.aurpay.client;

/**
 * The text that is signed: {@code algorithm | date | METHOD target[ | body MD5]}.
 *
 * @param date exactly as it stands in the {@code Date} header
 * @param target path and query exactly as they are sent, without the host
 * @param bodyMd5 empty for a request whose body is not signed
 */
record SignatureOrigin(Algorithm algorithm, String date, String method, String target, String bodyMd5) {
    String text() {
        String text = algorithm.headerName() + " | " + date + " | " + method + " " + target;
        return bodyMd5.isEmpty() ? text : text + " | " + bodyMd5;
    }
}
