package net.aurpay.webhook;

import javax.naming.InitialContext;
import javax.naming.NamingException;

/** The server's own resources, by names that come from the deployer or from here, never from a request. */
final class Jndi {
    private Jndi() {}

    @SuppressWarnings("BanJNDI")
    static <T> T lookUp(String name, Class<T> type) throws NamingException {
        Object found = InitialContext.doLookup(name);
        if (!type.isInstance(found)) {
            throw new NamingException("<" + name + "> is no " + type.getSimpleName());
        }
        return type.cast(found);
    }
}
