package net.aurpay.sandbox;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Starts a sandbox before the tests of a class, and stops it after them. On a class, the parameters of type {@link
 * SandboxHandle} receive it; an annotated field or parameter of this type receives it, too, and starts it if the class is
 * not annotated. A class and its nested classes have one sandbox, whose failures and lost callbacks end before each test.
 *
 * <p>If another extension starts the application, as Arquillian and Quarkus do, annotate the class, and place this annotation
 * above the one that starts the application.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.FIELD, ElementType.PARAMETER})
@ExtendWith(SandboxExtension.class)
public @interface AurpaySandbox {
    /**
     * Whether all classes that say so share one sandbox, which stops at the end of the run. Its failures and lost callbacks
     * stay until a test ends them, because other classes may run at the same time.
     */
    boolean shared() default false;

    /**
     * The URL under which the sandbox reaches the callbacks of the application, such as {@code
     * http://localhost:8081/aurpay/callbacks}. If it is set on the class, {@link ApplicationSettings} for it are system
     * properties while the tests of the class run. Classes that run in parallel share the system properties.
     */
    String webhookUrl() default "";
}
