package net.aurpay.client;

/** An algorithm that signs requests, under its name in the {@code Algorithm} header. */
public enum Algorithm {
    HMAC_SHA256("HMAC-SHA256", "HmacSHA256"),
    /** SHA-3 as in FIPS 202, which differs from the older Keccak. */
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
     * The algorithm with the given header name.
     *
     * @throws IllegalArgumentException if no algorithm has this name
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
