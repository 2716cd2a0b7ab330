package net.aurpay.it.process;

import org.jboss.arquillian.container.spi.client.container.DeployableContainer;
import org.jboss.arquillian.container.spi.client.container.DeploymentException;
import org.jboss.arquillian.container.spi.event.container.AfterStart;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * Deploys an empty application before any other. Payara starts its security service in the thread of the first
 * deployment, and on a busy machine that thread may have no context class loader: then the deployment fails with a
 * {@code SecurityLifecycleException}, and the next one works. No application can do anything about that.
 */
final class PayaraWarmUp {
    void deploy(@Observes AfterStart started) throws DeploymentException {
        if (!System.getProperty("arquillian.launch").equals("payara")) {
            return;
        }
        try {
            deployTo(started.getDeployableContainer());
        } catch (DeploymentException e) {
            deployTo(started.getDeployableContainer());
        }
    }

    private static void deployTo(DeployableContainer<?> payara) throws DeploymentException {
        WebArchive empty =
                ShrinkWrap.create(WebArchive.class, "empty.war").addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml");
        payara.deploy(empty);
        payara.undeploy(empty);
    }
}
