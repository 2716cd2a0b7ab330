package net.aurpay.webhook;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Checks the dependencies between the packages that the map in {@code package-info} shows. */
@AnalyzeClasses(packages = "net.aurpay", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String API = "net.aurpay.webhook";
    private static final String VERIFICATION = "net.aurpay.webhook.verification..";
    private static final String INBOX = "net.aurpay.webhook.inbox..";
    private static final String CASHIER = "net.aurpay.webhook.cashier..";
    private static final String PROBE = "net.aurpay.webhook.probe..";
    private static final String ENDPOINT = "net.aurpay.webhook.endpoint..";
    private static final String TESTING = "net.aurpay.webhook.testing..";
    private static final String[] CLIENT_INTERNALS = {
        "net.aurpay.client.http..", "net.aurpay.client.json..", "net.aurpay.client.health.."
    };

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching("net.aurpay.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule CLIENT_DOES_NOT_DEPEND_ON_WEBHOOK = noClasses()
            .that()
            .resideInAPackage("net.aurpay.client..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("net.aurpay.webhook..");

    @ArchTest
    static final ArchRule API_DEPENDS_ON_VERIFICATION_ONLY = noClasses()
            .that()
            .resideInAPackage(API)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(INBOX, CASHIER, PROBE, ENDPOINT, TESTING, "net.aurpay.client.shared..")
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage(CLIENT_INTERNALS);

    @ArchTest
    static final ArchRule VERIFICATION_USES_NO_SERVER = noClasses()
            .that()
            .resideInAPackage(VERIFICATION)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta..", "org.eclipse.microprofile..", "io.opentelemetry..");

    @ArchTest
    static final ArchRule VERIFICATION_DEPENDS_ON_NO_OTHER_ROOM = noClasses()
            .that()
            .resideInAPackage(VERIFICATION)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(API, INBOX, PROBE, ENDPOINT, TESTING)
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage(CLIENT_INTERNALS);

    @ArchTest
    static final ArchRule INBOX_HAS_NO_JAX_RS = noClasses()
            .that()
            .resideInAPackage(INBOX)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.ws.rs..");

    @ArchTest
    static final ArchRule CASHIER_USES_NO_SERVER = noClasses()
            .that()
            .resideInAPackage(CASHIER)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta..", "org.eclipse.microprofile..");

    @ArchTest
    static final ArchRule PROBE_USES_NO_SERVER = noClasses()
            .that()
            .resideInAPackage(PROBE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta..", "org.eclipse.microprofile..");

    @ArchTest
    static final ArchRule NOTHING_DEPENDS_ON_ENDPOINT = noClasses()
            .that()
            .resideOutsideOfPackage(ENDPOINT)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ENDPOINT);

    @ArchTest
    static final ArchRule NOTHING_DEPENDS_ON_TESTING = noClasses()
            .that()
            .resideOutsideOfPackage(TESTING)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(TESTING);
}
