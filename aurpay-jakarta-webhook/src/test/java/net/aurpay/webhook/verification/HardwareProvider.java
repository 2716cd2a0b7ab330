package net.aurpay.webhook.verification;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.Provider;
import java.security.Security;
import java.security.spec.AlgorithmParameterSpec;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.MacSpi;
import org.jspecify.annotations.Nullable;

/**
 * Imitates the provider of a key store in hardware: it signs like other providers, but its {@code Mac} cannot be
 * cloned. Counts the signatures.
 */
final class HardwareProvider extends Provider implements AutoCloseable {
    private static final long serialVersionUID = 1;
    private static final AtomicInteger SIGNED = new AtomicInteger();

    private HardwareProvider() {
        super("Hardware", "1", "for a test");
        put("Mac.HmacSHA256", HardwareMac.class.getName());
    }

    /** Installs a provider that takes precedence over all others until it is closed. */
    public static HardwareProvider install() {
        HardwareProvider provider = new HardwareProvider();
        SIGNED.set(0);
        Security.insertProviderAt(provider, 1);
        return provider;
    }

    /** How many texts have been signed since the provider was installed. */
    int signed() {
        return SIGNED.get();
    }

    @Override
    public void close() {
        Security.removeProvider(getName());
    }

    /** The MAC that the provider supplies. */
    public static final class HardwareMac extends MacSpi {
        private final Mac mac;

        public HardwareMac() throws GeneralSecurityException {
            mac = Mac.getInstance("HmacSHA256", "SunJCE");
        }

        @Override
        protected int engineGetMacLength() {
            return mac.getMacLength();
        }

        @Override
        protected void engineInit(Key key, @Nullable AlgorithmParameterSpec parameters) throws InvalidKeyException {
            mac.init(key);
        }

        @Override
        protected void engineUpdate(byte input) {
            mac.update(input);
        }

        @Override
        protected void engineUpdate(byte[] input, int offset, int length) {
            mac.update(input, offset, length);
        }

        @Override
        protected byte[] engineDoFinal() {
            SIGNED.incrementAndGet();
            return mac.doFinal();
        }

        @Override
        protected void engineReset() {
            mac.reset();
        }
    }
}
