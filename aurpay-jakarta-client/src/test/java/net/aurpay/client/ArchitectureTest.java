package net.aurpay.client;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.ws.rs.ext.Provider;

/** Checks what the packages may depend on, by the map in {@code package-info}, and what no class may be. */
@AnalyzeClasses(packages = "net.aurpay.client", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching("net.aurpay.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule API_DEPENDS_ON_JSON_AND_SHARED_ONLY = noClasses()
            .that()
            .resideInAPackage("net.aurpay.client")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("net.aurpay.client.http..", "net.aurpay.client.health..");

    @ArchTest
    static final ArchRule JSON_DEPENDS_ON_SHARED_ONLY = noClasses()
            .that()
            .resideInAPackage("net.aurpay.client.json..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("net.aurpay.client", "net.aurpay.client.http..", "net.aurpay.client.health..");

    @ArchTest
    static final ArchRule SHARED_DEPENDS_ON_NO_OTHER_PACKAGE = noClasses()
            .that()
            .resideInAPackage("net.aurpay.client.shared..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "net.aurpay.client",
                    "net.aurpay.client.json..",
                    "net.aurpay.client.http..",
                    "net.aurpay.client.health..");

    @ArchTest
    static final ArchRule TELEMETRY_DEPENDS_ON_NO_OTHER_PACKAGE = noClasses()
            .that()
            .resideInAPackage("net.aurpay.client.telemetry..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "net.aurpay.client",
                    "net.aurpay.client.json..",
                    "net.aurpay.client.http..",
                    "net.aurpay.client.health..");

    @ArchTest
    static final ArchRule HTTP_DOES_NOT_DEPEND_ON_HEALTH = noClasses()
            .that()
            .resideInAPackage("net.aurpay.client.http..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("net.aurpay.client.health..");

    /** Servers apply a client provider that is annotated so to every REST client of the application. */
    @ArchTest
    static final ArchRule NOTHING_IS_A_PROVIDER_FOR_OTHER_CLIENTS =
            noClasses().should().beAnnotatedWith(Provider.class);
}
