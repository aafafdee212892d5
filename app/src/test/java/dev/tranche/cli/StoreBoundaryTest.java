package dev.tranche.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** SQL stays in the store, and migrations stay in one place of it. */
class StoreBoundaryTest {

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("testkit"))
            .importPackages("dev.tranche");

    @Test
    void onlyTheStoreKnowsDatabases() {
        assertThat(classes.contain("dev.tranche.store.Store")).isTrue();
        assertThat(classes.contain("dev.tranche.cli.AddCommand")).isTrue();
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.tranche.store..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "org.sqlite..", "org.postgresql..", "org.flywaydb..")
                .check(classes);
    }

    @Test
    void onlyMigrationsKnowFlyway() {
        noClasses()
                .that()
                .haveNameNotMatching("dev\\.tranche\\.store\\.(MigrationRun|Silence)")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.flywaydb..")
                .check(classes);
    }

    /** The store gives people and commands what they ask for; it knows none of them. */
    @Test
    void theStoreKnowsCoreAlone() {
        noClasses()
                .that()
                .resideInAPackage("dev.tranche.store..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.tranche.account..",
                        "dev.tranche.app..",
                        "dev.tranche.cli..",
                        "dev.tranche.pipeline..",
                        "dev.tranche.print..")
                .check(classes);
    }
}
