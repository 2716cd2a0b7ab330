package net.aurpay.it;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import net.aurpay.webhook.mutation.Reading;

/** Tells what arrives of a callback's URL and headers over HTTP. */
enum WireReading implements Reading {
    /**
     * A server that follows RFC 9112: spaces and tabs before a value are not part of it. Those after it are not part of
     * it either, but Open Liberty keeps them. All servers drop a lone {@code ?} at the end.
     */
    STRICT {
        @Override
        public String urlSuffix(String sent) {
            return sent.endsWith("?") && sent.indexOf('?') == sent.length() - 1
                    ? sent.substring(0, sent.length() - 1)
                    : sent;
        }

        @Override
        String value(String sent) {
            return sent.replaceFirst("^[ \t]+", "");
        }
    },
    /** A lenient server, which reads a line only as far as it makes sense. */
    LENIENT {
        @Override
        public String urlSuffix(String sent) {
            return STRICT.urlSuffix(sent.split("[\0- #]", -1)[0]);
        }

        @Override
        String value(String sent) {
            return sent.split("[\r\n]", -1)[0].trim();
        }
    };

    private static final Pattern PATH = Pattern.compile("/(succeeded|timed-out)(\\?.*)?", Pattern.DOTALL);

    abstract String value(String sent);

    /** Whether the endpoint serves this path: the signature may be valid for any path, but the endpoint has two. */
    @Override
    public boolean reaches(String urlSuffix) {
        return PATH.matcher(urlSuffix).matches();
    }

    @Override
    public Map<String, List<String>> headers(Map<String, List<String>> sent) {
        UnaryOperator<String> reading = this::value;
        Map<String, List<String>> read = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        sent.forEach(
                (name, values) -> read.put(name, values.stream().map(reading).toList()));
        return read;
    }
}
