package net.aurpay.client;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.inject.Qualifier;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names an account that the configuration lists in {@code aurpay.accounts}. Without this qualifier, a client, the webhook
 * or an event belongs to the unnamed account, whose keys are {@code aurpay.api-token} and so on.
 *
 * <pre>{@code
 * @Inject
 * @AurpayAccount("north")
 * OrderClient orders;
 *
 * public void paid(@Observes @AurpayAccount("north") OrderSucceeded event) { … }
 * }</pre>
 *
 * <p>A name that the configuration does not list fails the deployment. For accounts that only {@link Accounts} knows, use
 * {@link AurpayAccounts}.
 */
@Qualifier
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD, ElementType.TYPE})
public @interface AurpayAccount {
    /** The name of the account: 1 to 32 of {@code a} to {@code z} and {@code 0} to {@code 9}. */
    String value();

    /** The annotation as an object, to select a bean or an event of an account at run time. */
    final class Literal extends AnnotationLiteral<AurpayAccount> implements AurpayAccount {
        private static final long serialVersionUID = 1L;

        private final String value;

        private Literal(String value) {
            this.value = value;
        }

        /** The annotation for the account of this name. */
        public static Literal of(String name) {
            return new Literal(name);
        }

        @Override
        public String value() {
            return value;
        }
    }
}
