package dev.tranche.spark;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

/** What the job may use: the reader, shards, Spark and Hadoop, but neither books nor the server. */
class ArrowsTest {

    /** The classes of the module itself, without its tests. */
    private static final JavaClasses JOB = new ClassFileImporter()
            .importUrl(BackfillJob.class.getProtectionDomain().getCodeSource().getLocation());

    @Test
    void theJobKnowsReadingAndShards() {
        assertThat(JOB).isNotEmpty();
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        "tools.jackson.core..",
                        "org.apache.spark..",
                        "org.apache.hadoop..",
                        "scala..",
                        "dev.tranche.spark",
                        "dev.tranche.shard",
                        "dev.tranche.export",
                        "dev.tranche.ingest..",
                        "dev.tranche.extract",
                        "dev.tranche.bundle",
                        "dev.tranche.text",
                        "dev.tranche.problem",
                        "dev.tranche.lexicon",
                        "dev.tranche.source",
                        "dev.tranche.mention",
                        "dev.tranche.dating",
                        "dev.tranche.fact",
                        "dev.tranche.resolve")
                .check(JOB);
    }

    @Test
    void onlyOneClassKnowsHadoop() {
        noClasses()
                .that()
                .doNotHaveSimpleName("HadoopStorage")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.hadoop..")
                .check(JOB);
    }

    /** What reads a piece must run without an engine. */
    @Test
    void shardsKnowNoEngine() {
        noClasses()
                .that()
                .haveSimpleNameStartingWith("Shards")
                .or()
                .haveSimpleName("Pieces")
                .or()
                .haveSimpleName("Readers")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.spark..", "scala..")
                .check(JOB);
    }
}
