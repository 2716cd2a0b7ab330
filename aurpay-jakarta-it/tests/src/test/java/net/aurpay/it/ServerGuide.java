package net.aurpay.it;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what {@code docs/servers.md} tells the user to type for one server. */
record ServerGuide(String section) {
    /** Matches what creates the data source: Open Liberty's element, WildFly's line, Payara's two lines. */
    private static final Pattern DATA_SOURCE = Pattern.compile(
            " *<dataSource .*?</dataSource>\n|data-source add [^\n]*\n|create-jdbc-[^\n]*\n", Pattern.DOTALL);

    static ServerGuide of(String server) throws IOException {
        String guide = Files.readString(Path.of("../docs", "servers.md"));
        String section = guide.split("\n## " + server + "\n", 2)[1];
        return new ServerGuide(section.split("\n## ", 2)[0]);
    }

    /**
     * Returns the server's configuration, or the lines for its command line tool. They have the guide's data source
     * once more, under the name {@code narrow} and with a pool of one connection.
     */
    String lines() {
        return DATA_SOURCE.matcher(snippet("(?:xml|cli)")).replaceAll(found -> {
            String narrow = found.group()
                    .replace("jdbc/shop", "jdbc/narrow")
                    .replaceAll("(?<=[ =])shop(?=[ \n])", "narrow")
                    .replace("maxPoolSize=\"40\"", "maxPoolSize=\"1\"")
                    .replace("--max-pool-size=40", "--max-pool-size=1")
                    .replace("--maxpoolsize 40", "--steadypoolsize 1 --maxpoolsize 1");
            return Matcher.quoteReplacement(found.group() + narrow);
        });
    }

    /** Returns the JNDI name of the data source whose pool has one connection. */
    String narrowDataSource() throws IOException {
        return dataSource().replace("shop", "narrow");
    }

    /** Returns the commands for the shell, in the folder of the unpacked server. */
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
