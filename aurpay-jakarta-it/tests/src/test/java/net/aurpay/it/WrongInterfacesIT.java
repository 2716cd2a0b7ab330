package net.aurpay.it;

import static org.assertj.core.api.Assertions.assertThat;

import net.aurpay.it.unfit.DivertedInvoices;
import net.aurpay.it.unfit.DivertedShop;
import net.aurpay.it.unfit.UnsignedInvoices;
import net.aurpay.it.unfit.UnsignedShop;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Checks that an interface of the application fails the deployment if its requests would not be signed, or would go
 * elsewhere. {@code InterfaceRulesTest} checks the other rules of {@code docs/own-interfaces.md}.
 */
@ExtendWith(ArquillianExtension.class)
@EnabledIf(
        value = "net.aurpay.it.Server#runsExtensions",
        disabledReason = "the server runs no CDI extension, which would check the interfaces")
@Tag("wildfly")
class WrongInterfacesIT {
    private static final String UNSIGNED = "unsigned-interface";
    private static final String DIVERTED = "diverted-interface";

    @ArquillianResource
    Deployer deployer;

    @Deployment(name = UNSIGNED, managed = false, testable = false)
    static WebArchive unsigned() {
        return new ApplicationArchive(UNSIGNED)
                .add(UnsignedInvoices.class)
                .add(UnsignedShop.class)
                .build();
    }

    @Deployment(name = DIVERTED, managed = false, testable = false)
    static WebArchive diverted() {
        return new ApplicationArchive(DIVERTED)
                .add(DivertedInvoices.class)
                .add(DivertedShop.class)
                .build();
    }

    @Test
    void interfaceWithoutTheProviderFailsTheDeployment() {
        assertThat(new FailedDeployment(deployer, UNSIGNED).reason())
                .contains(UnsignedInvoices.class.getName() + " must have @RegisterProvider(AurpayFeature.class)");
    }

    @Test
    void interfaceWithAnotherConfigKeyFailsTheDeployment() {
        assertThat(new FailedDeployment(deployer, DIVERTED).reason())
                .contains(DivertedInvoices.class.getName()
                        + " must have @RegisterRestClient(configKey = \"aurpay\"), was <shop>");
    }
}
