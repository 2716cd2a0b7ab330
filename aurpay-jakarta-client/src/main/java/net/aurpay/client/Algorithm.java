package net.aurpay.client;

/** How requests are signed; the names are those of the {@code Algorithm} header. */
public enum Algorithm {
    HMAC_SHA256("HMAC-SHA256", "HmacSHA256"),
    /** SHA-3 as in FIPS 202, not the older Keccak. */
    HMAC_SHA3_256("HMAC-SHA3_256", "HmacSHA3-256");

    private final String headerName;
    private final String jcaName;

    Algorithm(String headerName, String jcaName) {
        this.headerName = headerName;
        this.jcaName = jcaName;
    }

    /** The value of the {@code Algorithm} header, and of {@code aurpay.algorithm}. */
    public String headerName() {
        return headerName;
    }

    String jcaName() {
        return jcaName;
    }

    /**
     * The algorithm with that header name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Algorithm of(String name) {
        for (Algorithm algorithm : values()) {
            if (algorithm.headerName.equals(name)) {
                return algorithm;
            }
        }
        throw new IllegalArgumentException("algorithm must be HMAC-SHA256 or HMAC-SHA3_256, was <" + name + ">");
    }
}
