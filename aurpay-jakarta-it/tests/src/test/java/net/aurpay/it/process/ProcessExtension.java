package net.aurpay.it.process;

import org.jboss.arquillian.container.spi.client.container.DeployableContainer;
import org.jboss.arquillian.core.spi.LoadableExtension;

/**
 * Registers the container for platforms that run no WARs, and what Payara needs. Every other server has an Arquillian
 * adapter of its own.
 */
public final class ProcessExtension implements LoadableExtension {
    @Override
    public void register(ExtensionBuilder builder) {
        if (Platform.isUnderTest()) {
            builder.service(DeployableContainer.class, ProcessContainer.class);
        }
        builder.observer(PayaraWarmUp.class);
    }
}
