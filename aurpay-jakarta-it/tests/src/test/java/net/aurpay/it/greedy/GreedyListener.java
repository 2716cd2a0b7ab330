package net.aurpay.it.greedy;

import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.eclipse.microprofile.rest.client.spi.RestClientListener;

/** Registers the two other providers with every client, as a library in the WAR may do. */
public class GreedyListener implements RestClientListener {
    @Override
    public void onNewClient(Class<?> type, RestClientBuilder builder) {
        builder.register(GreedyMapper.class).register(ChangingInterceptor.class);
    }
}
