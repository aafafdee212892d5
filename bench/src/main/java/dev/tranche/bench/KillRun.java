package dev.tranche.bench;

import dev.tranche.ledger.JournalEntry;
import dev.tranche.store.Access;
import dev.tranche.store.BookAddress;
import dev.tranche.store.Store;
import dev.tranche.store.Verification;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Kills the program at random moments while it adds, serves, decides, rebuilds and backs up one book, and checks the book
 * after each kill.
 *
 * <p>After each kill every entry and the search index must be whole, as {@code tranche verify} checks them; at the end every file that was
 * added to its end must be in the book with all of its reports, no file with a part of them, and every decision that the
 * server accepted must be there. Run in the root of a checkout, after {@code ./tranche help} has built the program:
 *
 * <pre>
 *   java -cp 'app/target/quick/tranche.jar:app/target/quick/lib/*' bench/src/main/java/dev/tranche/bench/KillRun.java 200
 *   … 200 postgresql://USER:PASSWORD@HOST/DATABASE
 * </pre>
 *
 * <p>Arguments: kills (100), book (a temporary file), seed. A database must be one that nobody needs. Exits with 1 when
 * anything was lost.
 */
public final class KillRun {

    /** Few enough for the program to add them at once: either all or none of a file's reports must be there. */
    private static final int REPORTS_A_FILE = 40;

    private static final int LATEST_DECIDING_MILLIS = 2_000;
    private static final int LATEST_KILL_FACTOR = 3;
    private static final Pattern DECISION = Pattern.compile("\"id\":\"([^\"]+)\"");

    /** What is being done when the program is killed. */
    private enum Work {
        ADD,
        SERVE,
        DECIDE,
        REBUILD,
        BACKUP
    }

    private final Path folder;
    private final String book;
    private final Random random;
    private final Set<String> added = new HashSet<>();
    private final Set<String> decided = new HashSet<>();
    private final Map<Work, Integer> kills = new EnumMap<>(Work.class);
    private final Map<Work, Integer> inTime = new EnumMap<>(Work.class);
    private final List<String> faults = new ArrayList<>();
    private long addMillis;
    private int files;
    private int backups;

    private KillRun(Path folder, String book, long seed) {
        this.folder = folder;
        this.book = book;
        this.random = new Random(seed);
    }

    /** Runs and prints; see the class. */
    public static void main(String[] args) throws IOException, InterruptedException {
        int wanted = args.length > 0 ? Integer.parseInt(args[0]) : 100;
        Path folder = Files.createTempDirectory("tranche-kills");
        String book = args.length > 1 ? args[1] : folder.resolve("book.db").toString();
        long seed = args.length > 2
                ? Long.parseLong(args[2])
                : ThreadLocalRandom.current().nextLong();
        System.out.println("seed " + seed);
        KillRun run = new KillRun(folder, book, seed);
        long start = System.nanoTime();
        run.run(wanted);
        System.out.printf(Locale.ROOT, "%.0f s%n", (System.nanoTime() - start) / 1e9);
        System.exit(run.faults.isEmpty() ? 0 : 1);
    }

    private void run(int wanted) throws IOException, InterruptedException {
        addToTheEnd();
        for (int i = 0; i < wanted; i++) {
            Work work = Work.values()[i % Work.values().length];
            switch (work) {
                case ADD -> add();
                case SERVE, DECIDE -> serve(work);
                case REBUILD -> killed(work, Running.start("rebuild", "--book", book));
                case BACKUP -> backUp();
            }
            Verification verified = verify(book);
            if (!isWhole(verified)) {
                fault(work + ", kill " + i + ": " + verified);
                Running.run("rebuild", "--book", book);
            }
            if (i % 20 == 19) {
                addToTheEnd();
                System.out.println((i + 1) + " kills, " + faults.size() + " faults");
            }
        }
        checkAll();
        checkBackups();
        System.out.println("kills: " + kills + ", of them before the end of the work: " + inTime);
        System.out.println("files added to their end: " + added.size() + " of " + files + ", decisions accepted: "
                + decided.size() + ", backups: " + backups + ", faults: " + faults.size());
    }

    private static boolean isWhole(Verification verified) {
        return verified.broken().isEmpty() && verified.derived().isEmpty();
    }

    private void fault(String what) {
        faults.add(what);
        System.out.println("FAULT " + what);
    }

    /** Kills after a random time of up to one and a half times what adding a file took the last time. */
    private Running.Ended killed(Work work, Running running) throws InterruptedException {
        // A decision is asked for once the server is up; everything else is killed from its start on.
        long millis =
                random.nextLong(work == Work.DECIDE ? LATEST_DECIDING_MILLIS : LATEST_KILL_FACTOR * addMillis / 2);
        boolean over = running.endsWithin(millis);
        kills.merge(work, 1, Integer::sum);
        if (!over) {
            inTime.merge(work, 1, Integer::sum);
        }
        return running.kill();
    }

    private String file() throws IOException {
        String name = "f" + files++;
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < REPORTS_A_FILE; i++) {
            lines.append("{\"id\": \"" + name + "-" + i + "\", \"text\": \"Norway announced $" + (i + files)
                    + " million in aid to Moldova. The ferry " + name + " sailed on. "
                    + "The sea was calm. ".repeat(40) + "\"}\n");
        }
        Files.writeString(folder.resolve(name + ".jsonl"), lines);
        return name;
    }

    private void addToTheEnd() throws IOException, InterruptedException {
        String name = file();
        long start = System.nanoTime();
        Running.Ended ended = Running.run("add", "--book", book, path(name));
        addMillis = Math.max(100, (System.nanoTime() - start) / 1_000_000);
        if (ended.status() == 0) {
            added.add(name);
        } else {
            fault("add after a kill: " + ended.out());
        }
    }

    private String path(String name) {
        return folder.resolve(name + ".jsonl").toString();
    }

    private void add() throws IOException, InterruptedException {
        String name = file();
        if (killed(Work.ADD, Running.start("add", "--book", book, path(name))).status() == 0) {
            added.add(name);
        }
    }

    private void serve(Work work) throws InterruptedException {
        try (Running server = Running.start("serve", "--port", "0", "--author", "killer", "--book", book);
                HttpClient client = HttpClient.newHttpClient()) {
            Thread asking = Thread.ofVirtual().start(() -> ask(server, client, work));
            if (work == Work.DECIDE) {
                server.address(Duration.ofSeconds(120));
            }
            killed(work, server);
            asking.interrupt();
            asking.join();
        }
    }

    /** Withdraws and restores reports, one after the other, until the server is gone. */
    private void ask(Running server, HttpClient client, Work work) {
        try {
            Optional<String> address = server.address(Duration.ofSeconds(120));
            while (address.isPresent()) {
                Running.send(client, "GET", address.get() + "/api/v1/ledger", "");
                if (work == Work.DECIDE) {
                    decide(client, address.get() + "/api/v1/decisions");
                }
            }
        } catch (IOException killed) {
            // What was accepted before counts.
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    private void decide(HttpClient client, String address) throws IOException, InterruptedException {
        String doc = "f0-" + ThreadLocalRandom.current().nextInt(REPORTS_A_FILE);
        for (String action : List.of("withdraw", "restore")) {
            HttpResponse<String> answer = Running.send(
                    client,
                    "POST",
                    address,
                    "{\"action\": \"" + action + "\", \"doc\": \"" + doc + "\", \"reason\": \"killed\"}",
                    "Content-Type",
                    "application/json");
            Matcher id = DECISION.matcher(answer.body());
            if (answer.statusCode() == 201 && id.find()) {
                decided.add(id.group(1));
            }
        }
    }

    private void backUp() throws InterruptedException {
        String copy = folder.resolve("backup" + backups++ + ".db").toString();
        killed(Work.BACKUP, Running.start("backup", "--book", book, copy));
    }

    private static Verification verify(String place) {
        try (Store store = Store.open(BookAddress.parse(place), Access.READ, InstantSource.system())) {
            return store.verify();
        }
    }

    private void checkAll() {
        Map<String, Integer> reports = new HashMap<>();
        Set<String> decisions = new HashSet<>();
        try (Store store = Store.open(BookAddress.parse(book), Access.READ, InstantSource.system())) {
            for (JournalEntry entry : store.entries()) {
                switch (entry) {
                    case JournalEntry.Read read -> {
                        String doc = read.extraction().document().id().value();
                        reports.merge(doc.substring(0, doc.lastIndexOf('-')), 1, Integer::sum);
                    }
                    case JournalEntry.Decided made ->
                        decisions.add(made.decision().id());
                    case JournalEntry.Recalled _, JournalEntry.Withdrawn _ ->
                        fault("a withdrawal that nobody asked for");
                }
            }
        }
        added.stream().filter(name -> !reports.containsKey(name)).forEach(name -> fault(name + " was lost"));
        reports.forEach((name, count) -> {
            if (count != REPORTS_A_FILE) {
                fault(name + " has " + count + " of " + REPORTS_A_FILE + " reports");
            }
        });
        decided.stream().filter(id -> !decisions.contains(id)).forEach(id -> fault("decision " + id + " was lost"));
    }

    /** A backup either has its name and is whole, or is not there. */
    private void checkBackups() throws IOException {
        int whole = 0;
        int parts = 0;
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : all.sorted().toList()) {
                String name = String.valueOf(file.getFileName());
                if (name.matches("backup\\d+\\.db")) {
                    whole++;
                    if (!isWhole(verify(file.toString()))) {
                        fault(name + " is not whole");
                    }
                } else if (name.startsWith("backup")) {
                    parts++;
                }
            }
        }
        System.out.println("backups under their name, all checked: " + whole + "; unfinished files: " + parts);
    }
}
