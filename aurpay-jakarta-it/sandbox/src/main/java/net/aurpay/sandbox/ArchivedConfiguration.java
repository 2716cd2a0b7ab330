package net.aurpay.sandbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jboss.shrinkwrap.api.Node;
import org.jboss.shrinkwrap.api.asset.ByteArrayAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The configuration file in a WAR. A class of its own, because ShrinkWrap is not there in every test. */
final class ArchivedConfiguration {
    private static final String CLASSES = "WEB-INF/classes/";
    private static final String FILE = "META-INF/microprofile-config.properties";

    private ArchivedConfiguration() {}

    /** Appends lines: the last line with a key is the one that counts. */
    static WebArchive append(WebArchive war, String lines) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Node present = war.get(CLASSES + FILE);
        if (present != null) {
            all.writeBytes(content(present));
            // the last line may lack its end, or end in a backslash, which continues it
            all.writeBytes(bytes("\n\n"));
        }
        all.writeBytes(bytes(lines));
        war.delete(CLASSES + FILE);
        return war.addAsResource(new ByteArrayAsset(all.toByteArray()), FILE);
    }

    private static byte[] content(Node file) {
        try (InputStream content = file.getAsset().openStream()) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
