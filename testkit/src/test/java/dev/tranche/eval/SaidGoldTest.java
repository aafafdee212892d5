package dev.tranche.eval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tranche.extract.Extraction;
import dev.tranche.extract.Extractor;
import dev.tranche.source.Incoming;
import dev.tranche.source.ReportReader;
import dev.tranche.testkit.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How well statements and persons of the reports of {@code corpus/gold/said} are read; floors only rise. */
class SaidGoldTest {

    @Test
    void reportsThatRulesAreWrittenAgainst() throws IOException {
        check("said_dev", 0.93, 0.94, 0.93, 0.84, 0.97);
    }

    @Test
    void moreReportsThatTheReaderWasTunedWith() throws IOException {
        check("said_dev_more", 0.88, 0.85, 0.82, 0.80, 0.95);
    }

    private static void check(
            String name, double precision, double recall, double speakers, double stances, double persons)
            throws IOException {
        Path folder = Repository.corpus("gold");
        Path file = folder.resolve(name + ".rich.json");
        Map<String, RichGold> gold = RichGold.parse(file.toString(), Files.readString(file));
        List<Extraction> read = new ArrayList<>();
        for (String doc : gold.keySet()) {
            Path report = folder.resolve("said").resolve(doc + ".txt");
            for (Incoming incoming : ReportReader.readAll(report.toString(), Files.readAllBytes(report))) {
                if (incoming instanceof Incoming.Report told) {
                    read.add(Extractor.standard().extract(told.document()));
                }
            }
        }
        assertThat(read).as("reports of " + name).hasSameSizeAs(gold.keySet());
        RichScore score = RichEval.score(gold, read);
        assertThat(score.statements().precision().value()).as("precision").isGreaterThanOrEqualTo(precision);
        assertThat(score.statements().recall().value()).as("recall").isGreaterThanOrEqualTo(recall);
        assertThat(score.speakers().value()).as("speakers").isGreaterThanOrEqualTo(speakers);
        assertThat(score.stances().value()).as("stances").isGreaterThanOrEqualTo(stances);
        assertThat(score.persons().value()).as("persons").isGreaterThanOrEqualTo(persons);
    }
}
