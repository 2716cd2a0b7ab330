package net.aurpay.it.benchmark;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The configuration of an Open Liberty.
 *
 * @param wars the applications, whose files are in the server's directory
 * @param features further ones
 */
record ServerXml(int port, List<War> wars, Database database, List<String> features) {
    /** The JNDI name of the data source for callbacks. */
    static final String DATA_SOURCE = "jdbc/benchmark";

    /** The JNDI name of the data source for payments and their callbacks. */
    static final String PAYMENTS = "jdbc/payments";

    String text() {
        return """
                <server>
                <featureManager>
                <feature>restfulWS-3.1</feature><feature>mpRestClient-3.0</feature><feature>mpConfig-3.1</feature>
                <feature>cdi-4.0</feature><feature>jsonb-3.0</feature><feature>servlet-6.0</feature>
                <feature>jdbc-4.3</feature>%s
                </featureManager>
                <httpEndpoint id="defaultHttpEndpoint" host="127.0.0.1" httpPort="%d" httpsPort="-1">
                <httpOptions maxKeepAliveRequests="-1"/>
                </httpEndpoint>
                <library id="postgres"><file name="%s"/></library>
                %s%s%s
                </server>
                """
                .formatted(
                        features.stream()
                                .map(name -> "<feature>" + name + "</feature>")
                                .collect(Collectors.joining()),
                        port,
                        Database.driver(),
                        dataSource(DATA_SOURCE, database),
                        dataSource(PAYMENTS, database.payments()),
                        wars.stream().map(ServerXml::application).collect(Collectors.joining("\n")));
    }

    private static String dataSource(String jndiName, Database database) {
        return """
                <dataSource jndiName="%s" type="javax.sql.ConnectionPoolDataSource">
                <jdbcDriver libraryRef="postgres"/>
                <properties.postgresql serverName="localhost" portNumber="%d" databaseName="%s" user="postgres"/>
                </dataSource>
                """
                .formatted(jndiName, database.port(), database.name());
    }

    private static String application(War war) {
        return "<webApplication name=\"%s\" contextRoot=\"/%s\" location=\"${server.config.dir}/%s.war\"/>"
                .formatted(war.name(), war.name(), war.name());
    }
}
