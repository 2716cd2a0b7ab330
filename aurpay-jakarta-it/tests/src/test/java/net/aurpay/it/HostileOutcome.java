package net.aurpay.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** What came of a hostile callback. */
record HostileOutcome(long seed, WireCallback callback, RawAnswer answer) {
    private static final Pattern STRAY_PERCENT = Pattern.compile("\\A[^\\r\\n]*%(?![0-9A-Fa-f]{2})");

    boolean isAccepted() {
        return answer.status() == 200 && answer.isOurs();
    }

    /** What is wrong with the answer; empty if nothing is. */
    String fault(List<ContainerRefusal> listed) {
        if (!answer.isOurs()) {
            return listed.stream().anyMatch(kind -> kind.explains(callback, answer))
                    ? ""
                    : "the server answered by itself, which is not listed";
        }
        if (!answer.tellsMore().isEmpty()) {
            return "the answer says more than a status: " + answer.tellsMore();
        }
        if (answer.status() >= 500) {
            return "a failure of ours";
        }
        return switch (callback.verdict()) {
            case BELIEVED -> isAccepted() || isUrlChangedByServer() ? "" : "refused, and should be believed";
            case REFUSED -> isAccepted() ? "believed, and should be refused" : "";
            case EITHER -> "";
        };
    }

    /**
     * Without the servlet API, Open Liberty shows a percent sign that begins no escape only as {@code UriInfo} writes it,
     * which is not what was signed. {@code CallbackUrls} makes no such URL.
     */
    private boolean isUrlChangedByServer() {
        return !Server.hasServlets()
                && STRAY_PERCENT.matcher(callback.request()).find();
    }

    /** Writes it where findings are looked for; with its seed as the name, it can be made again. */
    void keep() {
        try {
            Path folder = Files.createDirectories(Path.of("target", "findings"));
            Files.writeString(folder.resolve(seed + ".json"), callback.toJson());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
