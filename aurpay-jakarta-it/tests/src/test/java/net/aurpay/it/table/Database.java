package net.aurpay.it.table;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Produces the inbox's data source, under the name that it has on this server. */
@ApplicationScoped
public class Database {
    @Inject
    @ConfigProperty(name = "aurpay.webhook.datasource", defaultValue = "jdbc/shop")
    String name;

    // The name comes from the configuration, not from a caller.
    @SuppressWarnings("BanJNDI")
    @Produces
    public DataSource dataSource() throws NamingException {
        return InitialContext.doLookup(name);
    }
}
