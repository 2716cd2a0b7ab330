package net.aurpay.webhook.endpoint;

import java.util.stream.Stream;
import javax.naming.InitialContext;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;

/** Looks up resources of the server. The names come from the deployer or from this library, never from a request. */
final class Jndi {
    private Jndi() {}

    @SuppressWarnings("BanJNDI")
    static <T> T lookUp(String name, Class<T> type) throws NamingException {
        Object found = InitialContext.doLookup(name);
        if (!type.isInstance(found)) {
            throw new NamingException("found is an object of <"
                    + (found == null ? "null" : found.getClass().getName()) + ">");
        }
        return type.cast(found);
    }

    /**
     * Returns why a look-up failed, as text that follows the name of the configuration key.
     *
     * @param what the name should lead to
     */
    static String problem(String name, String what, NamingException failure) {
        // Payara wraps the NameNotFoundException.
        boolean unbound = Stream.iterate((Throwable) failure, cause -> cause != null, Throwable::getCause)
                .limit(RootCause.MAX_DEPTH)
                .anyMatch(NameNotFoundException.class::isInstance);
        String problem = unbound
                ? "must be the JNDI name of a " + what + ", and the server has bound nothing to <" + name
                        + ">; some servers do not bind a " + what + " whose driver is missing"
                : "<" + name + "> is bound, but the server cannot provide a " + what
                        + "; its log may say more, for example that the driver is missing";
        return problem + " (" + RootCause.of(failure) + ")";
    }
}
