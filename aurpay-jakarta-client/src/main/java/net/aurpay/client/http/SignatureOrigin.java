package net.aurpay.client.http;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import net.aurpay.client.Algorithm;
import org.jspecify.annotations.Nullable;

/**
 * The text that is signed: {@code algorithm | date | METHOD target[ | body MD5]}.
 *
 * @param date exactly as in the {@code Date} header
 * @param target the path and query exactly as they are sent, without the host
 * @param bodyMd5 empty for a request whose body is not signed
 */
public record SignatureOrigin(Algorithm algorithm, String date, String method, String target, String bodyMd5) {
    private static final int CONTEXT = 24;

    /** Always to the millisecond, even if that is 0, as the official script writes the date. */
    private static final DateTimeFormatter DATE =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    /** The {@code Date} header of a request that is signed at {@code now}. */
    public static String date(Instant now) {
        return DATE.format(now);
    }

    /** The text that is signed. */
    public String text() {
        String text = algorithm.headerName() + " | " + date + " | " + method + " " + target;
        return bodyMd5.isEmpty() ? text : text + " | " + bodyMd5;
    }

    /**
     * Compares the text that the client signed with a response that rejects it, and returns a sentence that points at the
     * first difference.
     *
     * @param here the text that the client signed
     * @param response the server's response as text; the documentation does not say whether, and in which field, the
     *     response contains the server's {@code signature_origin}
     */
    static String difference(String here, String response) {
        String there = find(here, response);
        if (there == null) {
            return "; the client signed <" + here + ">, the response was <" + response + ">";
        }
        if (there.equals(here)) {
            return "; both sides signed <" + here + ">, so it is the secret key that differs";
        }
        int start = 0;
        while (start < here.length() && start < there.length() && here.charAt(start) == there.charAt(start)) {
            start++;
        }
        return "; the client signed <" + here + ">, Aurpay signed <" + there + ">; from character " + (start + 1)
                + " on: client <" + from(start, here) + ">, Aurpay <" + from(start, there) + ">";
    }

    private static String from(int start, String text) {
        return text.substring(start, Math.min(text.length(), start + CONTEXT));
    }

    /** Finds the server's text, from the algorithm's name to the end of the JSON string. */
    private static @Nullable String find(String here, String response) {
        int start = response.indexOf(here.substring(0, here.indexOf(' ')) + " | ");
        int end = response.indexOf('"', Math.max(start, 0));
        return start < 0 || end < 0 ? null : response.substring(start, end);
    }
}
