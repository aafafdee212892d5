package dev.tranche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tranche.app.Main;
import dev.tranche.ledger.JournalEntry;
import dev.tranche.store.Access;
import dev.tranche.store.BookAddress;
import dev.tranche.store.Store;
import dev.tranche.store.StoreException;
import dev.tranche.testkit.Child;
import dev.tranche.testkit.Slow;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that are killed while they add, and programs that add at the same time. */
@Slow
class KilledAddTest {

    private static final long SEED = Long.getLong("seed", 20241122L);
    private static final int KILLS_OF_NEW_BOOKS = 8;
    private static final int KILLS_OF_ONE_BOOK = 16;

    /** So few are added at once: of a file, all reports or none must be in the book. */
    private static final int REPORTS_A_FILE = 40;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private String file(String name) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < REPORTS_A_FILE; i++) {
            lines.append("{\"id\": \"" + name + "-" + i + "\", \"title\": \"Ferry " + i
                    + "\", \"text\": \"Norway announced $" + (i + 1) + " million in aid to Moldova. "
                    + "The ferry sailed on. ".repeat(60) + "\"}\n");
        }
        return Files.writeString(folder.resolve(name + ".jsonl"), lines).toString();
    }

    /**
     * Kills a program a number of milliseconds after it has added a number of files; returns the files that it said
     * were added.
     */
    private static List<String> killWhileAdding(Path book, List<String> files, int added, int delayMillis)
            throws IOException, InterruptedException {
        List<String> args = new ArrayList<>(List.of(book.toString()));
        args.addAll(files);
        Process child = new ProcessBuilder(Child.command(List.of(), AddLoop.class, args.toArray(String[]::new)))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> done = new ArrayList<>();
        try (BufferedReader said = child.inputReader()) {
            assertThat(said.readLine()).isEqualTo("start");
            for (int i = 0; i < added; i++) {
                done.add(told(said.readLine()));
            }
            child.waitFor(delayMillis, TimeUnit.MILLISECONDS);
            // On Linux this is SIGKILL, which no program can see coming; by its handle, so that its words stay
            // readable.
            assertThat(child.toHandle().destroyForcibly()).isTrue();
            child.waitFor();
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                done.add(told(line));
            }
        }
        return done;
    }

    private static String told(String line) {
        assertThat(line).startsWith("done ");
        return line.substring("done ".length());
    }

    /** Returns the ids of all reports of a book whose chain is whole. */
    private static List<String> ids(Path book) {
        try (Store store = Store.open(new BookAddress.InFile(book), Access.WRITE, InstantSource.system())) {
            assertThat(store.verify().broken()).as("seed %d", SEED).isEmpty();
            List<String> ids = new ArrayList<>();
            for (JournalEntry entry : store.entries()) {
                ids.add(((JournalEntry.Read) entry).extraction().document().id().value());
            }
            return ids;
        }
    }

    private static Set<String> idsOf(List<String> files) {
        Set<String> ids = new HashSet<>();
        for (String file : files) {
            String name = Path.of(file).getFileName().toString().replace(".jsonl", "");
            for (int i = 0; i < REPORTS_A_FILE; i++) {
                ids.add(name + "-" + i);
            }
        }
        return ids;
    }

    /**
     * Checks that everything reported as added is there, and of every file all or nothing; returns how many reports.
     */
    private static int check(Path book, List<String> done, List<String> files) {
        List<String> ids = ids(book);
        assertThat(ids).as("seed %d", SEED).doesNotHaveDuplicates().containsAll(idsOf(done));
        Set<String> there = new HashSet<>(ids);
        for (String file : files) {
            Set<String> whole = idsOf(List.of(file));
            assertThat(there.containsAll(whole) || whole.stream().noneMatch(there::contains))
                    .as("seed %d: a part of %s is there", SEED, file)
                    .isTrue();
        }
        return ids.size();
    }

    @Test
    void aNewBookThatIsKilledWhileItIsMadeCanBeGoneOnWith() throws IOException, InterruptedException {
        Random random = new Random(SEED);
        List<String> files = List.of(file("a"), file("b"), file("c"), file("d"));
        for (int kill = 0; kill < KILLS_OF_NEW_BOOKS; kill++) {
            Path book = folder.resolve("new-" + kill + ".db");
            check(book, killWhileAdding(book, files, 0, random.nextInt(1500)), files);
            assertThat(Call.of("add", "--book", book.toString(), files.getFirst())
                            .status())
                    .isZero();
            assertThat(check(book, files.subList(0, 1), files)).isGreaterThanOrEqualTo(REPORTS_A_FILE);
        }
    }

    @Test
    void aGrowingBookLosesNoCommittedReportAndKeepsNoHalfOne() throws IOException, InterruptedException {
        Random random = new Random(SEED);
        List<String> files = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            files.add(file("f" + i));
        }
        Path book = folder.resolve("one.db");
        int next = 0;
        int reports = 0;
        int untold = 0;
        for (int kill = 0; kill < KILLS_OF_ONE_BOOK; kill++) {
            List<String> done =
                    killWhileAdding(book, files.subList(next, files.size()), random.nextInt(4), random.nextInt(200));
            int now = check(book, done, files);
            assertThat(now).isGreaterThanOrEqualTo(reports + done.size() * REPORTS_A_FILE);
            untold += now > reports + done.size() * REPORTS_A_FILE ? 1 : 0;
            next = now / REPORTS_A_FILE;
            reports = now;
        }
        assertThat(reports).isPositive();
        System.out.println("KilledAddTest: " + KILLS_OF_ONE_BOOK + " kills, " + reports + " reports kept, " + untold
                + " kills between a commit and the word of it");
    }

    @Test
    void theSameCommandGoesOnWhereItWasKilled() throws IOException, InterruptedException {
        List<String> files = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            files.add(file("g" + i));
        }
        Path book = folder.resolve("again.db");
        List<String> args = new ArrayList<>(List.of("add", "--book", book.toString()));
        args.addAll(files);
        Process child = new ProcessBuilder(Child.command(List.of(), Main.class, args.toArray(String[]::new)))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("killed").toFile())
                .start();
        int there = 0;
        while (there == 0 && child.isAlive()) {
            there = Files.exists(book) ? count(book) : 0;
        }
        child.toHandle().destroyForcibly();
        child.waitFor();
        there = count(book);
        assertThat(there).isPositive();
        Call again = Call.of(args.toArray(String[]::new));
        assertThat(again.err()).contains((60 * REPORTS_A_FILE - there) + " readings added");
        if (there < 60 * REPORTS_A_FILE) {
            assertThat(again.err().replace(",", "")).contains(there + " reports more already in the book");
        }
        assertThat(ids(book)).doesNotHaveDuplicates().hasSize(60 * REPORTS_A_FILE);
    }

    private static int count(Path book) {
        try (Store store = Store.open(new BookAddress.InFile(book), Access.READ, InstantSource.system())) {
            return (int) store.head();
        } catch (StoreException notYet) {
            return 0;
        }
    }

    @Test
    void twoProgramsAddToOneBook() throws Exception {
        Path book = folder.resolve("shared.db");
        List<String> files = List.of(file("a"), file("b"), file("c"), file("d"));
        List<Process> programs = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            // Both add c, so that they meet.
            List<String> command =
                    Child.command(List.of(), Main.class, "add", "--book", book.toString(), files.get(i), files.get(2));
            programs.add(new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("out" + i).toFile())
                    .start());
        }
        for (int i = 0; i < 2; i++) {
            assertThat(programs.get(i).waitFor())
                    .as(Files.readString(folder.resolve("out" + i)))
                    .isZero();
        }
        assertThat(ids(book)).hasSize(3 * REPORTS_A_FILE).containsAll(idsOf(files.subList(0, 3)));
    }
}
