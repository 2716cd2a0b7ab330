package net.aurpay.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** A hostile callback with the response to it. */
record HostileOutcome(long seed, WireCallback callback, RawResponse response) {
    private static final Pattern STRAY_PERCENT = Pattern.compile("\\A[^\\r\\n]*%(?![0-9A-Fa-f]{2})");

    boolean isAccepted() {
        return response.status() == 200 && response.isOurs();
    }

    /** Returns what is wrong with the response; the empty string if nothing is. */
    String fault(List<ContainerRejection> listed) {
        if (!response.isOurs()) {
            return listed.stream().anyMatch(kind -> kind.explains(callback, response))
                    ? ""
                    : "the server itself responded, to a request that is not listed";
        }
        if (!response.tellsMore().isEmpty()) {
            return "the response says more than a status:  " + response.tellsMore();
        }
        if (response.status() >= 500) {
            return "the library has failed";
        }
        return switch (callback.verdict()) {
            case ACCEPTED -> isAccepted() || isUrlChangedByServer() ? "" : "rejected, but must be accepted";
            case REJECTED -> isAccepted() ? "accepted, but must be rejected" : "";
            case EITHER -> "";
        };
    }

    /**
     * Whether the server has changed the URL. Without the servlet API, Open Liberty shows a percent sign that begins no
     * escape only as {@code UriInfo} writes it, which is not what was signed. {@code CallbackUrls} creates no such URL.
     */
    private boolean isUrlChangedByServer() {
        return !Server.hasServlets()
                && STRAY_PERCENT.matcher(callback.request()).find();
    }

    /** Writes the callback where findings are looked for. Its name is the seed, from which it can be made again. */
    void keep() {
        try {
            Path folder = Files.createDirectories(Path.of("target", "findings"));
            Files.writeString(folder.resolve(seed + ".json"), callback.toJson());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
