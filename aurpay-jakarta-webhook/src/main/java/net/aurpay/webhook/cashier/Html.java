package net.aurpay.webhook.cashier;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A piece of a page. The only place that escapes text: there is no other way to put text into a page.
 *
 * @param source safe to send
 */
record Html(String source) {
    static final Html NOTHING = new Html("");

    private static final String GAP = "{}";

    /**
     * Fills the gaps of a template.
     *
     * @param template a constant, with a {@code {}} for each value; within a tag, the gap must be in double quotes
     * @param values pieces of a page, which are inserted as they are, or anything else, whose text is escaped
     */
    static Html of(String template, Object... values) {
        StringBuilder filled = new StringBuilder();
        int from = 0;
        for (Object value : values) {
            int gap = template.indexOf(GAP, from);
            filled.append(template, from, gap).append(value instanceof Html html ? html.source : escaped(value));
            from = gap + GAP.length();
        }
        if (template.indexOf(GAP, from) >= 0) {
            throw new IllegalArgumentException("more gaps than values in <" + template + ">");
        }
        return new Html(filled.append(template, from, template.length()).toString());
    }

    static Html joined(List<Html> pieces) {
        return new Html(pieces.stream().map(Html::source).collect(Collectors.joining("\n")));
    }

    private static String escaped(Object value) {
        return value.toString()
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
