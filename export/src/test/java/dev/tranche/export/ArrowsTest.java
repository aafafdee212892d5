package dev.tranche.export;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

/** What exports may know: the book as it is shown, JSON and CSV, and neither a database, the network nor a clock. */
class ArrowsTest {

    /** The classes of the module itself, without its tests. */
    private static final JavaClasses EXPORTS = new ClassFileImporter()
            .importUrl(Format.class.getProtectionDomain().getCodeSource().getLocation());

    @Test
    void exportsKnowTheBookAndLittleElse() {
        assertThat(EXPORTS).isNotEmpty();
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        "tools.jackson.core..",
                        "de.siegmar.fastcsv..",
                        "dev.tranche.export",
                        "dev.tranche.text..",
                        "dev.tranche.lexicon..",
                        "dev.tranche.mention..",
                        "dev.tranche.naming..",
                        "dev.tranche.dating..",
                        "dev.tranche.fact..",
                        "dev.tranche.statement..",
                        "dev.tranche.encounter..",
                        "dev.tranche.figure..",
                        "dev.tranche.extract..",
                        "dev.tranche.record..",
                        "dev.tranche.resolve..",
                        "dev.tranche.review..",
                        "dev.tranche.ledger..",
                        "dev.tranche.audit..",
                        "dev.tranche.timeline..",
                        "dev.tranche.view..")
                .check(EXPORTS);
    }

    @Test
    void exportsKnowNoDatabaseNoNetworkAndNoClock() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "java.net.http..", "java.util.logging..")
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.time.InstantSource")
                .check(EXPORTS);
    }
}
