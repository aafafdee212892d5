package dev.tranche.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import dev.tranche.api.Server;
import dev.tranche.api.ServerSettings;
import dev.tranche.app.Main;
import dev.tranche.cli.Terminal;
import dev.tranche.extract.Extractor;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.record.OfficialRecord;
import dev.tranche.store.BookAddress;
import dev.tranche.testkit.Repository;
import dev.tranche.view.BookSettings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A browser before a server over a book of the sample reports that ship. */
final class Reader implements AutoCloseable {

    private static final List<String> OPTIONS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-default-apps",
            "--disable-sync",
            "--no-first-run");

    private final Server server;
    private final Playwright playwright;
    private final Browser browser;
    private boolean ended;

    private Reader(Server server, Playwright playwright, Browser browser) {
        this.server = server;
        this.playwright = playwright;
        this.browser = browser;
    }

    static final String PASSWORD = "correct horse battery";

    /** Fills a book in a folder and serves it; skips the test where this machine has no browser or no pages. */
    static Reader open(Path folder) {
        return open(folder, List.of());
    }

    /** The same with accounts, each a name and a role with a space between; all have one password. */
    static Reader open(Path folder, List<String> accounts) {
        return open(folder, accounts, List.of(Repository.corpus("samples")), ServerSettings.Network.OFFLINE);
    }

    /** The same with a server that may use the network. */
    static Reader open(Path folder, List<String> accounts, ServerSettings.Network network) {
        return open(folder, accounts, List.of(Repository.corpus("samples")), network);
    }

    /** The same over other reports. */
    static Reader over(Path folder, List<Path> reports, ServerSettings.Network network) {
        return open(folder, List.of(), reports, network);
    }

    private static Reader open(Path folder, List<String> accounts, List<Path> reports, ServerSettings.Network network) {
        assumePages();
        String book = folder.resolve("samples.db").toString();
        List<String> add = new ArrayList<>(List.of("add", "--book", book));
        reports.forEach(path -> add.add(path.toString()));
        run("", add.toArray(String[]::new));
        for (String account : accounts) {
            String[] parts = account.split(" ");
            run(PASSWORD + "\n", "accounts", "--book", book, "add", parts[0], "--role", parts[1]);
        }
        return of(folder, Path.of(book), network);
    }

    /** Serves a book that is there already. */
    static Reader of(Path book) {
        assumePages();
        return of(book.toAbsolutePath().resolveSibling(""), book, ServerSettings.Network.OFFLINE);
    }

    private static void assumePages() {
        assumeTrue(
                program("chromium", "chromium-browser", "google-chrome").isPresent(),
                "skipped: no Chromium on this machine (on Debian: apt-get install chromium)");
        assumeTrue(program("node").isPresent(), "skipped: no node on this machine, which drives the browser");
        assumeTrue(Reader.class.getResource("/dev/tranche/web/index.html") != null, "skipped: built without the pages");
        assumeTrue(Files.exists(axe()), "skipped: web/node_modules holds no axe-core");
    }

    private static Reader of(Path folder, Path book, ServerSettings.Network network) {
        Path chromium = program("chromium", "chromium-browser", "google-chrome").orElseThrow();
        Path node = program("node").orElseThrow();
        Extractor extractor = Extractor.standard();
        Server server = Server.start(
                new ServerSettings(
                        BookAddress.parse(book.toString()),
                        folder,
                        new BookSettings(OfficialRecord.shipped(), false),
                        Lexicon::standard,
                        report -> extractor.extract(report.document()),
                        1,
                        "127.0.0.1",
                        0,
                        List.of(),
                        "anna",
                        false,
                        java.util.Optional.empty(),
                        "test",
                        network),
                new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
        Playwright playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of("PLAYWRIGHT_NODEJS_PATH", node.toString(), "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium)
                        .setArgs(OPTIONS));
        return new Reader(server, playwright, browser);
    }

    /** Opens a window of a width, light or dark. */
    Tab tab(int width, ColorScheme colours) {
        return new Tab(
                browser.newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, 900)
                        .setColorScheme(colours)
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setLocale("en-GB")
                        .setTimezoneId("UTC")
                        .setBaseURL(address())),
                address());
    }

    /** Where the server is, without a slash at the end. */
    String address() {
        return "http://127.0.0.1:" + server.port();
    }

    /** Ends the server alone, as if somebody had pressed Ctrl-C. */
    void endServer() {
        if (!ended) {
            ended = true;
            server.close();
        }
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
        endServer();
    }

    static Path axe() {
        return Repository.root().resolve("web/node_modules/axe-core/axe.min.js");
    }

    /** Runs a command, which must succeed. */
    static void run(String input, String... arguments) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = Terminal.ofProcess(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), OutputStream.nullOutputStream(), err);
        assertThat(Main.run(terminal, arguments))
                .as(err.toString(StandardCharsets.UTF_8))
                .isZero();
    }

    /** The first of several names that is a program on the path. */
    private static Optional<Path> program(String... names) {
        List<Path> folders = new ArrayList<>();
        Arrays.stream(Optional.ofNullable(System.getenv("PATH")).orElse("").split(":"))
                .map(Path::of)
                .forEach(folders::add);
        return Arrays.stream(names)
                .flatMap(name -> folders.stream().map(folder -> folder.resolve(name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
