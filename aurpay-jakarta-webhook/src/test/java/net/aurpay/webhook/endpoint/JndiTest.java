package net.aurpay.webhook.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import org.junit.jupiter.api.Test;

class JndiTest {
    @Test
    void unboundNameIsReportedEvenIfTheServerWrapsTheException() {
        NamingException failure = new NamingException("Lookup failed");
        failure.setRootCause(new NameNotFoundException("shop not found"));

        assertThat(Jndi.problem("jdbc/shop", "data source", failure))
                .startsWith("must be the JNDI name of a data source, and the server has bound nothing to <jdbc/shop>")
                .endsWith("(NameNotFoundException: shop not found)");
    }

    @Test
    void boundNameIsNotReportedAsUnbound() {
        NamingException failure = new NamingException("Lookup failed");
        failure.setRootCause(new SQLException("DSRA4000E: no driver"));

        assertThat(Jndi.problem("jdbc/shop", "data source", failure))
                .startsWith("<jdbc/shop> is bound, but the server cannot provide a data source")
                .endsWith("(SQLException: DSRA4000E: no driver)");
    }
}
