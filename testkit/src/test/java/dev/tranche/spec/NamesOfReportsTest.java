package dev.tranche.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tranche.extract.Extraction;
import dev.tranche.extract.Extractor;
import dev.tranche.naming.NameKind;
import dev.tranche.testkit.Repository;
import dev.tranche.text.Document;
import dev.tranche.text.DocumentId;
import dev.tranche.timeline.NameBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The examples of {@code names.md} over several reports, and the laws of joining. */
class NamesOfReportsTest {
    private static final String FENCE = "```names-of-reports ";
    private static final Extractor EXTRACTOR = Extractor.standard();

    @TestFactory
    Stream<DynamicTest> personsBodiesAndPlacesAreJoinedAsThePageSays() throws IOException {
        List<List<String>> fences = fences();
        assertThat(fences).hasSizeGreaterThanOrEqualTo(4);
        return fences.stream()
                .map(fence -> DynamicTest.dynamicTest(
                        fence.get(1),
                        () -> assertThat(lines(NameBook.of(reports(fence)))).isEqualTo(expected(fence))));
    }

    @Test
    void orderOfReportsDoesNotMatter() throws IOException {
        Random random = new Random(7);
        for (List<String> fence : fences()) {
            List<Extraction> reports = reports(fence);
            NameBook book = NameBook.of(reports);
            for (int round = 0; round < 10; round++) {
                List<Extraction> shuffled = new ArrayList<>(reports);
                Collections.shuffle(shuffled, random);
                assertThat(NameBook.of(shuffled)).isEqualTo(book);
            }
        }
    }

    /** Two people with the same surname in two reports: whatever the names, they are two entries. */
    @Test
    void differentPeopleOfOneSurnameAreNeverJoined() {
        List<String> surnames = List.of("Horvat", "Marlowe", "Rudenko", "Lindqvist", "Hrytsak", "Okafor");
        List<String> first = List.of("Anna", "Marko", "Pavlo", "Ingrid", "Thomas", "Olena");
        int tried = 0;
        for (String surname : surnames) {
            for (int i = 0; i < first.size(); i++) {
                String one = first.get(i) + " " + surname;
                String other = first.get((i + 1) % first.size()) + " " + surname;
                NameBook book = NameBook.of(List.of(
                        read("a", "2023-06-14", "Minister " + one + " of Norway spoke in Oslo. " + surname + " left."),
                        read(
                                "b",
                                "2023-06-14",
                                "Governor " + other + " of Norway spoke in Oslo. " + surname + " left."),
                        read("c", "2023-06-14", "Colonel " + one + " of Poland spoke in Warsaw.")));
                assertThat(persons(book)).as(one + " and " + other).hasSize(3);
                tried++;
            }
        }
        assertThat(tried).isEqualTo(36);
    }

    private static List<NameBook.Entry> persons(NameBook book) {
        return book.entries().stream()
                .filter(entry -> entry.kind() == NameKind.PERSON)
                .toList();
    }

    private static List<String> lines(NameBook book) {
        List<String> lines = new ArrayList<>();
        for (NameBook.Entry entry : book.entries()) {
            lines.add(entry.kind().slug() + " | " + entry.name()
                    + entry.country().map(code -> " " + code).orElse("") + " | "
                    + entry.reports().stream().map(DocumentId::value).collect(Collectors.joining(" ")) + " | "
                    + entry.spans()
                    + (entry.spellings().isEmpty() ? "" : " | " + String.join(", ", entry.spellings())));
        }
        return lines;
    }

    private static List<Extraction> reports(List<String> fence) {
        String day = fence.get(0).substring(FENCE.length());
        List<Extraction> read = new ArrayList<>();
        String text = String.join("\n", fence.subList(1, fence.indexOf("---")));
        for (String report : text.split("\n===\n")) {
            read.add(read(Integer.toString(read.size() + 1), day, report));
        }
        return read;
    }

    private static List<String> expected(List<String> fence) {
        return fence.subList(fence.indexOf("---") + 1, fence.size());
    }

    private static Extraction read(String id, String day, String text) {
        return EXTRACTOR.extract(
                Document.of(id, "", text).with(Optional.empty(), Optional.empty(), Optional.of(day), Optional.empty()));
    }

    /** The fences of the page: the opening line, the reports, a line of hyphens, what is expected. */
    private static List<List<String>> fences() throws IOException {
        Path page = Repository.corpus("spec").resolve("names.md");
        List<List<String>> fences = new ArrayList<>();
        List<String> open = null;
        for (String line : Files.readAllLines(page)) {
            if (line.startsWith(FENCE)) {
                open = new ArrayList<>(List.of(line));
            } else if (open != null && line.equals("```")) {
                fences.add(List.copyOf(open));
                open = null;
            } else if (open != null) {
                open.add(line);
            }
        }
        return fences;
    }
}
