package net.aurpay.it;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.aurpay.webhook.mutation.Reading;

/**
 * Reads the head of a request like a server that also ends lines at a lone line feed. To such a server, a value that
 * ends in a line feed makes an empty line, and everything after it is body.
 */
record ShortHead(String text) implements Reading {
    private static final String LINE_END = "(?>\r\n|\r|\n)";
    private static final Pattern EMPTY_LINE = Pattern.compile(LINE_END + "{2}");

    /** Returns the head as such a server reads it: all headers, unless one of them makes an empty line. */
    static ShortHead of(List<String> headers) {
        String text = String.join("\r\n", headers);
        Matcher end = EMPTY_LINE.matcher(text);
        return new ShortHead(end.find() ? text.substring(0, end.start()) : text);
    }

    @Override
    public String urlSuffix(String sent) {
        return WireReading.LENIENT.urlSuffix(sent);
    }

    @Override
    public boolean reaches(String urlSuffix) {
        return WireReading.LENIENT.reaches(urlSuffix);
    }

    @Override
    public Map<String, List<String>> headers(Map<String, List<String>> sent) {
        Map<String, List<String>> read = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line : text.split(LINE_END, -1)) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                read.computeIfAbsent(line.substring(0, colon), name -> new ArrayList<>())
                        .add(line.substring(colon + 1).trim());
            }
        }
        return read;
    }
}
