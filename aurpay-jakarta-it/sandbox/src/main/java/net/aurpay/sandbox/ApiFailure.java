package net.aurpay.sandbox;

import java.time.Duration;
import net.aurpay.it.sandbox.Fault;

/** How a call to the API fails. In each case the operation has taken place: only its response is wrong. Immutable. */
public final class ApiFailure {
    private final Fault fault;

    private ApiFailure(Fault fault) {
        this.fault = fault;
    }

    /** The connection is closed before the first byte of the response. */
    public static ApiFailure connectionClosed() {
        return new ApiFailure(Fault.drop());
    }

    /** The response never comes. */
    public static ApiFailure noResponse() {
        return new ApiFailure(Fault.silence());
    }

    /** The right response comes late. */
    public static ApiFailure late(Duration by) {
        return new ApiFailure(Fault.delay(by));
    }

    /** The connection is closed after half of the response. */
    public static ApiFailure cutOff() {
        return new ApiFailure(Fault.cutOff());
    }

    /** A proxy's HTML page with this HTTP status, such as 502. */
    public static ApiFailure htmlPage(int status) {
        return new ApiFailure(Fault.html(status));
    }

    /** HTTP status 200, and this code of Aurpay's in the body, such as 40005. */
    public static ApiFailure code(int code, String message) {
        return new ApiFailure(Fault.code(code, message));
    }

    Fault fault() {
        return fault;
    }
}
