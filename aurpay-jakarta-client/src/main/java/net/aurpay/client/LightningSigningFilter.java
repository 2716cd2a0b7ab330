package net.aurpay.client;

import jakarta.enterprise.context.Dependent;

/** Instantiated by the REST client. Signs with {@code aurpay.lightning.*}. */
@Dependent
public class LightningSigningFilter extends SigningFilter {
    public LightningSigningFilter() {
        super(CredentialSet.LIGHTNING);
    }
}
