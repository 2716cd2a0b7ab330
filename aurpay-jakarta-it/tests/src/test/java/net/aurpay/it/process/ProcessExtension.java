package net.aurpay.it.process;

import org.jboss.arquillian.container.spi.client.container.DeployableContainer;
import org.jboss.arquillian.core.spi.LoadableExtension;

/** Registers the container for platforms that take no WAR; every other one has an adapter of its own. */
public final class ProcessExtension implements LoadableExtension {
    @Override
    public void register(ExtensionBuilder builder) {
        if (Platform.isUnderTest()) {
            builder.service(DeployableContainer.class, ProcessContainer.class);
        }
    }
}
