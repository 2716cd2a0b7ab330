package net.aurpay.it.process;

import org.jboss.arquillian.container.spi.client.container.ContainerConfiguration;

/** Nothing: what there is to say comes from the build, for the tests to read it, too. */
public final class ProcessConfiguration implements ContainerConfiguration {
    @Override
    public void validate() {
        // nothing can be wrong
    }
}
