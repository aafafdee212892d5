package dev.tranche.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.tranche.testkit.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The shape of {@code core}: which package may use which, and what none of them may call. */
class ArchitectureTest {
    private static final String ROOT = "dev.tranche";

    /** In order of dependency: a package may know itself and those before it. The empty name is the front door. */
    private static final List<String> ORDER = List.of(
            "text",
            "problem",
            "lexicon",
            "source",
            "mention",
            "syntax",
            "dating",
            "fact",
            "assistance",
            "naming",
            "statement",
            "encounter",
            "figure",
            "item",
            "agreement",
            "plover",
            "extract",
            "bundle",
            "record",
            "resolve",
            "review",
            "ledger",
            "standing",
            "audit",
            "timeline",
            "view",
            "eval",
            "");

    private static final Set<String> FORBIDDEN_NAMES =
            Set.of("util", "utils", "common", "helper", "helpers", "model", "impl", "misc");

    /** Calls whose result depends on the machine, the moment or chance, as ArchUnit writes them. */
    private static final Pattern BANNED = Pattern.compile(String.join(
            "|",
            "java\\.lang\\.System\\.(out|err|in|currentTimeMillis|nanoTime|getProperty|getenv|exit|lineSeparator)\\b.*",
            "java\\.lang\\.Math\\.random\\(.*",
            "java\\.util\\.UUID\\.randomUUID\\(.*",
            "java\\.util\\.(Random|SplittableRandom|concurrent\\.ThreadLocalRandom)\\..*",
            "java\\.util\\.random\\..*",
            "java\\.security\\.SecureRandom\\..*",
            "java\\.time\\.\\w+\\.now\\(.*",
            "java\\.time\\.Clock\\..*",
            "java\\.time\\.ZoneId\\.systemDefault\\(.*",
            "java\\.util\\.TimeZone\\.getDefault\\(.*",
            "java\\.util\\.Date\\.<init>\\(\\)",
            "java\\.util\\.Locale\\.getDefault\\(.*",
            "java\\.lang\\.String\\.to(Lower|Upper)Case\\(\\)",
            "java\\.lang\\.String\\.format\\(java\\.lang\\.String,.*",
            "java\\.lang\\.String\\.formatted\\(.*",
            "java\\.lang\\.String\\.getBytes\\(\\)",
            "java\\.lang\\.String\\.<init>\\(\\[B\\)",
            "java\\.lang\\.String\\.<init>\\(byte\\[\\]\\)",
            "java\\.nio\\.charset\\.Charset\\.defaultCharset\\(.*",
            "java\\.time\\.format\\.DateTimeFormatter\\.ofPattern\\(java\\.lang\\.String\\)",
            "java\\.text\\.(NumberFormat|DateFormat|Collator|BreakIterator)\\.get\\w*Instance\\(\\)",
            "java\\.text\\.(DecimalFormat|SimpleDateFormat|MessageFormat)\\..*",
            "java\\.util\\.Formatter\\.<init>\\(\\)",
            "java\\.lang\\.Throwable\\.printStackTrace\\(.*"));

    @SuppressWarnings("NullAway.Init")
    private static JavaClasses core;

    @BeforeAll
    static void readCore() {
        core = new ClassFileImporter()
                .withImportOption(location -> !location.contains("/testkit/") && !location.contains("tranche-testkit"))
                .importPackages(ROOT);
    }

    /** The rules must look at everything: at least one class for each file of the sources. */
    @Test
    void everyClassWasSeen() throws IOException {
        Set<String> seen = new HashSet<>();
        core.forEach(each -> seen.add(each.getName()));
        Path sources = Repository.root().resolve("core/src/main/java");
        List<String> written = new ArrayList<>();
        try (Stream<Path> files = Files.walk(sources)) {
            files.filter(file -> file.toString().endsWith(".java")
                            && !file.endsWith("package-info.java")
                            && !file.endsWith("module-info.java"))
                    .forEach(file -> written.add(sources.relativize(file)
                            .toString()
                            .replace(".java", "")
                            .replace('/', '.')
                            .replace('\\', '.')));
        }
        assertThat(written).isNotEmpty();
        assertThat(seen).containsAll(written);
    }

    @Test
    void packagesKnowOnlyThoseAboveThem() {
        classes().should(new OnlyKnowWhatIsAbove()).check(core);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(core);
    }

    @Test
    void packagesHaveNamesThatSaySomething() {
        List<String> named = core.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> Pattern.compile("\\.").splitAsStream(name).anyMatch(FORBIDDEN_NAMES::contains))
                .distinct()
                .sorted()
                .toList();
        assertThat(named).as("packages named after nothing").isEmpty();
    }

    /** Feeds are JSON Lines, so that source reads JSON tokens as well; neither package shows them to the others. */
    @Test
    void jsonStaysInSourceAndBundle() {
        staysIn(List.of("source", "bundle"), "tools.jackson..", "com.fasterxml..");
    }

    @Test
    void csvStaysInLexicon() {
        staysIn(List.of("lexicon"), "de.siegmar.fastcsv..");
    }

    private static void staysIn(List<String> homes, String... libraries) {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        homes.stream().map(home -> ROOT + "." + home + "..").toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(libraries)
                .check(core);
    }

    @Test
    void coreKnowsNoDatabaseNoNetworkAndNoLogger() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.sql..", "javax.sql..", "java.net.http..", "java.util.logging..", "org.slf4j..")
                .orShould()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "are System.Logger", type -> type.getName().startsWith("java.lang.System$Logger")))
                .check(core);
    }

    @Test
    void coreCallsNoClockNoChanceAndNoDefaults() {
        classes().should(new CallNothingBanned()).check(core);
    }

    private static final class OnlyKnowWhatIsAbove extends ArchCondition<JavaClass> {
        OnlyKnowWhatIsAbove() {
            super("only know the packages above their own");
        }

        @Override
        public void check(JavaClass type, ConditionEvents events) {
            int own = place(type);
            if (own < 0) {
                events.add(SimpleConditionEvent.violated(
                        type, type.getName() + " lives in a package that has no place in ArchitectureTest.ORDER"));
                return;
            }
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass().getBaseComponentType();
                if (target.getPackageName().startsWith(ROOT) && place(target) > own) {
                    events.add(SimpleConditionEvent.violated(type, "points downwards: " + dependency.getDescription()));
                }
            }
        }

        /** The place of the package right below the root, or of the root itself; negative for an unknown one. */
        private static int place(JavaClass type) {
            String below = type.getPackageName().substring(ROOT.length());
            return ORDER.indexOf(below.isEmpty() ? "" : below.substring(1).replaceFirst("\\..*", ""));
        }
    }

    private static final class CallNothingBanned extends ArchCondition<JavaClass> {
        CallNothingBanned() {
            super("call nothing that depends on the machine, the moment or chance");
        }

        @Override
        public void check(JavaClass type, ConditionEvents events) {
            for (JavaAccess<?> access : type.getAccessesFromSelf()) {
                if (BANNED.matcher(access.getTarget().getFullName()).matches()) {
                    events.add(SimpleConditionEvent.violated(type, "banned: " + access.getDescription()));
                }
            }
        }
    }
}
