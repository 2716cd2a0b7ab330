package net.aurpay.it.process;

import org.jboss.arquillian.container.spi.client.container.ContainerConfiguration;

/** An empty configuration: the build sets system properties instead, which the tests read, too. */
public final class ProcessConfiguration implements ContainerConfiguration {
    @Override
    public void validate() {
        // There is nothing to validate.
    }
}
