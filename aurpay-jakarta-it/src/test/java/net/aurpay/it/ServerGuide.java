package net.aurpay.it;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code docs/servers.md} has a user type for one server. */
record ServerGuide(String section) {
    static ServerGuide of(String server) throws IOException {
        String guide = Files.readString(Path.of("docs", "servers.md"));
        String section = guide.split("\n## " + server + "\n", 2)[1];
        return new ServerGuide(section.split("\n## ", 2)[0]);
    }

    /** The server's configuration, or the lines for its command line tool. */
    String lines() {
        return snippet("(?:xml|cli)");
    }

    /** What the shell is given, in the folder of the unpacked server. */
    String shell() {
        return snippet("sh");
    }

    String dataSource() throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(snippet("properties")));
        return properties.getProperty("aurpay.webhook.datasource");
    }

    private String snippet(String language) {
        Matcher fenced = Pattern.compile("^```" + language + "\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE)
                .matcher(section);
        if (!fenced.find()) {
            throw new IllegalStateException("no snippet <" + language + "> in " + section);
        }
        return fenced.group(1);
    }
}
