package net.aurpay.it;

import static org.assertj.core.api.Assertions.assertThat;

import net.aurpay.it.sandbox.Sandbox;
import net.aurpay.it.unfit.UnlistedAccountObserver;
import net.aurpay.it.unfit.UnlistedAccountShop;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Checks that the deployment fails if a URL, a data source or an account cannot be meant. */
@NeedsCallbacks
@ExtendWith(ArquillianExtension.class)
@Tag("level")
class WrongPlacesIT {
    private static final String OF_ONE_KIND = "url-of-one-kind";
    private static final String NO_DATA_SOURCE = "data-source-that-is-not-there";
    private static final String UNLISTED_ACCOUNT = "account-that-is-not-listed";
    private static final String UNLISTED_OBSERVER = "observer-of-an-account-that-is-not-listed";
    private static final String UNLISTED_KEY = "key-of-an-account-that-is-not-listed";
    private static final String NOWHERE = Server.is("wildfly") ? "java:/jdbc/nowhere" : "jdbc/nowhere";
    private static final Sandbox SANDBOX = Sandboxes.start();

    @ArquillianResource
    Deployer deployer;

    @Deployment(name = "running", testable = false)
    static WebArchive running() {
        return new ApplicationArchive("running").build();
    }

    @Deployment(name = OF_ONE_KIND, managed = false, testable = false)
    static WebArchive ofOneKind() {
        return new ApplicationArchive(OF_ONE_KIND)
                .receiving(SANDBOX, "https://shop.example.com/shop/aurpay/callbacks/timed-out/")
                .build();
    }

    @Deployment(name = NO_DATA_SOURCE, managed = false, testable = false)
    static WebArchive noDataSource() {
        return new ApplicationArchive(NO_DATA_SOURCE)
                .receiving(SANDBOX)
                .property("aurpay.webhook.datasource", NOWHERE)
                .build();
    }

    @Deployment(name = UNLISTED_ACCOUNT, managed = false, testable = false)
    static WebArchive unlistedAccount() {
        return withAccounts(UNLISTED_ACCOUNT, UnlistedAccountShop.class);
    }

    @Deployment(name = UNLISTED_OBSERVER, managed = false, testable = false)
    static WebArchive unlistedObserver() {
        return withAccounts(UNLISTED_OBSERVER, UnlistedAccountObserver.class);
    }

    private static WebArchive withAccounts(String name, Class<?> bean) {
        return new ApplicationArchive(name)
                .property("aurpay.accounts", "south,north")
                .add(bean)
                .build();
    }

    @Deployment(name = UNLISTED_KEY, managed = false, testable = false)
    static WebArchive unlistedKey() {
        return new ApplicationArchive(UNLISTED_KEY)
                .property("aurpay.accounts", "north")
                .property("aurpay.accounts.south.api-key", "planted-key")
                .build();
    }

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @Test
    void urlOfOneKindOfCallbackFailsTheDeployment() {
        assertThat(new FailedDeployment(deployer, OF_ONE_KIND).reason())
                .contains("aurpay.webhook.url: must not end in /timed-out");
    }

    @Test
    void missingDataSourceFailsTheDeploymentWithTheServersReason() {
        if (Server.is("liberty")) {
            // DataSourceIT tests this there: Arquillian would wait a minute for the application.
            return;
        }
        assertThat(new FailedDeployment(deployer, NO_DATA_SOURCE).reason())
                .contains(
                        "aurpay-jakarta-webhook cannot start: aurpay.webhook.datasource must be the JNDI name of a data"
                                + " source, and the server has bound nothing to <" + NOWHERE + ">");
    }

    @Test
    void injectionForAnAccountThatIsNotListedFailsTheDeploymentWithTheNamesThatExist() {
        assertThat(new FailedDeployment(deployer, UNLISTED_ACCOUNT).reason())
                .contains("@AurpayAccount(\"norht\") at <", "UnlistedAccountShop.orders")
                .contains("aurpay.accounts does not list this account, only [north, south]");
    }

    @Test
    void observerOfAnAccountThatIsNotListedFailsTheDeployment() {
        assertThat(new FailedDeployment(deployer, UNLISTED_OBSERVER).reason())
                .contains("@AurpayAccount(\"norht\") at <" + UnlistedAccountObserver.class.getName())
                .contains("aurpay.accounts does not list this account, only [north, south]");
    }

    @Test
    void keyOfAnAccountThatIsNotListedFailsTheDeploymentAndIsNamed() {
        assertThat(new FailedDeployment(deployer, UNLISTED_KEY).reason())
                .contains("aurpay.accounts.south.api-key belongs to no account: aurpay.accounts lists only [north]")
                .doesNotContain("planted-key");
    }
}
