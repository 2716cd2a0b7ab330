package net.aurpay.client.json;

import java.io.Reader;

/**
 * Carries a {@link TreeParser} through JSON-B, whose interface accepts text only. {@link TreeProvider} takes the parser
 * out again, so nothing ever reads text from this reader.
 */
final class TreeReader extends Reader {
    private final TreeParser parser;

    TreeReader(TreeParser parser) {
        this.parser = parser;
    }

    TreeParser parser() {
        return parser;
    }

    @Override
    public int read(char[] buffer, int offset, int length) {
        throw new UnsupportedOperationException("this reader has no text: the implementation of JSON-B does not use the"
                + " JSON-P provider that it was given");
    }

    @Override
    public void close() {
        // The tree needs no release.
    }
}
