package dev.tranche.api;

import dev.tranche.account.Door;
import dev.tranche.account.DoorSettings;
import dev.tranche.account.Role;
import dev.tranche.opinion.ProposalFile;
import dev.tranche.pipeline.Polling;
import dev.tranche.pipeline.WatchFiles;
import dev.tranche.store.Access;
import dev.tranche.store.BookAddress;
import dev.tranche.store.StoreException;
import dev.tranche.view.BookView;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** The server: pages and REST interface over one book. */
public final class Server implements AutoCloseable {

    /** Uploads are files of reports; all other bodies are far smaller. */
    private static final long MOST_BODY = 64L << 20;

    /** As many references as fit in a usual cache line, 64 bytes of 4 each. */
    private static final String REFERENCES = "16";

    private final ServerSettings settings;
    private final ServerLog log;
    private final Optional<AccessLog> access;
    private final Books books;
    private final Stores stores;
    private final Guard guard;
    private final Gate gate;
    private final Door door;
    private final Replies replies;
    private final EventsResource events;
    private final Traffic traffic = new Traffic();
    private final Optional<Polling> polling;
    private final List<Route> routes = new ArrayList<>();
    private final Javalin javalin;

    private Server(ServerSettings settings, PrintStream out) {
        this.settings = settings;
        this.log = new ServerLog(out, InstantSource.system());
        this.access = settings.accessLog().map(file -> AccessLog.open(file, settings.behindProxy(), log));
        UnaryOperator<String> nameOf = code -> settings.lexicon().get().nameOf(code);
        this.books = Books.begin(settings.book(), settings.view(), nameOf, log);
        this.stores = new Stores(settings.book(), InstantSource.system(), books::check);
        this.guard = new Guard(settings.host(), settings.names());
        this.door = door(settings.book(), log);
        this.gate = new Gate(settings, door);
        this.replies = new Replies(books, settings.version());
        this.events = new EventsResource(books, gate, log);
        WatchFiles files = WatchFiles.of(settings.book(), settings.folder());
        this.polling = FeedPolling.of(settings, files, stores, log);
        addRoutes(nameOf, files);
        this.javalin = Javalin.create(this::configure);
    }

    /** A book that may only be read can be shown; changing its accounts is then refused. */
    private static Door door(BookAddress book, ServerLog log) {
        InstantSource clock = InstantSource.system();
        try {
            return Door.open(book, Access.CHANGE, DoorSettings.USUAL, clock, Door.ticks(), new SecureRandom());
        } catch (StoreException failed) {
            if (failed.reason() != StoreException.Reason.READ_ONLY) {
                throw failed;
            }
            Door reading = Door.open(book, Access.READ, DoorSettings.USUAL, clock, Door.ticks(), new SecureRandom());
            if (reading.hasAccounts()) {
                log.say(book + " is read-only: nobody can sign in, since sessions are written to it. Existing tokens"
                        + " still work.");
            }
            return reading;
        }
    }

    /**
     * Reads the book and starts to answer.
     *
     * <p>Throws {@link StoreException} for a book that cannot be read, and the network's exception for a port that is
     * in use.
     *
     * @param log receives what the person who started it should know
     */
    public static Server start(ServerSettings settings, PrintStream log) {
        // Otherwise Jetty asks the beans of the JVM for it, which takes longer than the rest of its start.
        System.getProperties().putIfAbsent("org.eclipse.jetty.util.referencesPerCacheLine", REFERENCES);
        Server server = new Server(settings, log);
        try {
            // Requests that come in before the ledger is ready wait for it.
            server.javalin.start(settings.host(), settings.port());
            server.books.await();
            server.books.watch();
            server.books.soon(settings.lexicon());
            server.polling.ifPresent(Polling::start);
            return server;
        } catch (RuntimeException | Error failed) {
            server.close();
            throw failed;
        }
    }

    private void addRoutes(UnaryOperator<String> nameOf, WatchFiles files) {
        addExports();
        BookResource book = new BookResource(settings, stores);
        LedgerResource ledger = new LedgerResource(settings.lexicon());
        EntryResource entry = new EntryResource(stores, nameOf);
        MapResource map = new MapResource(nameOf);
        ReportsResource reports = new ReportsResource(stores);
        UploadResource upload = new UploadResource(settings, stores, books);
        FetchResource fetch = new FetchResource(settings, upload);
        Deciding deciding = new Deciding(settings.lexicon(), stores, books, InstantSource.system());
        DecisionsResource decisions = new DecisionsResource(deciding);
        SearchResource search = new SearchResource(stores);
        McpResource assistants = new McpResource(() -> McpTools.over(
                books,
                deciding,
                settings.lexicon().get(),
                settings.reader(),
                settings.threads(),
                settings.version(),
                log));
        SessionResource session = new SessionResource(gate, door);
        AccountsResource access = new AccountsResource(gate, door);
        routes.add(Route.question("/book", book::book));
        routes.add(Route.question("/ledger", ledger::ledger));
        routes.add(Route.question("/ledger/facets", ledger::facets));
        routes.add(Route.question("/sums", new SumsResource(settings.lexicon())::sums));
        routes.add(Route.question("/entries/{id}", entry::entry));
        routes.add(Route.question("/totals", TotalsResource::totals));
        routes.add(Route.question("/audit", AuditResource::audit));
        routes.add(Route.question("/contradictions", AuditResource::contradictions));
        routes.add(Route.question("/map", map::map));
        addStory();
        routes.add(Route.question("/reports", reports::reports));
        routes.add(Route.of("POST", "/reports", Role.REVIEWER, upload::add));
        routes.add(Route.of("POST", "/fetches", Role.REVIEWER, fetch::fetch));
        addFeeds(files);
        routes.add(Route.question("/reports/{doc}", reports::report));
        routes.add(Route.question("/search", search::search));
        routes.add(Route.question("/desk", DeskResource::desk));
        addProposals();
        routes.add(Route.of("POST", "/mcp", Role.VIEWER, assistants::answer));
        routes.add(Route.question("/decisions", DecisionsResource::decisions));
        routes.add(Route.of("POST", "/decisions", Role.REVIEWER, decisions::decide));
        routes.add(Route.open("GET", "/session", session::session));
        routes.add(Route.open("POST", "/session", session::signIn));
        routes.add(Route.open("DELETE", "/session", session::signOut));
        routes.add(Route.of("GET", "/accounts", Role.ADMIN, access::accounts));
        routes.add(Route.of("POST", "/accounts", Role.ADMIN, access::add));
        routes.add(Route.of("PATCH", "/accounts/{name}", Role.VIEWER, access::change));
        routes.add(Route.of("GET", "/tokens", Role.VIEWER, access::tokens));
        routes.add(Route.of("POST", "/tokens", Role.VIEWER, access::addToken));
        routes.add(Route.of("DELETE", "/tokens/{id}", Role.VIEWER, access::removeToken));
        ViewsResource views = new ViewsResource(gate, door);
        routes.add(Route.of("GET", "/views", Role.VIEWER, views::views));
        routes.add(Route.of("PATCH", "/views", Role.VIEWER, views::keep));
        routes.add(Route.of("PATCH", "/visit", Role.VIEWER, new VisitResource(gate, door)::look));
        routes.add(Route.of("GET", "/logins", Role.ADMIN, access::logins));
        routes.add(Route.of("GET", "/changes", Role.VIEWER, new ChangesResource(stores)::changes));
        MetricsResource metrics = new MetricsResource(settings, stores, events, traffic);
        routes.add(Route.of("GET", "/metrics", Role.VIEWER, metrics::metrics));
        routes.add(Route.open("GET", "/openapi.yaml", book::contract));
        routes.add(Route.open("GET", "/health", book::health));
    }

    private void addProposals() {
        ProposalsResource proposals =
                new ProposalsResource(ProposalFile.of(settings.book(), settings.folder()), log, InstantSource.system());
        // Not a question of the book: an answer that is kept for one state of it would miss later proposals.
        routes.add(Route.of(
                "GET",
                "/proposals/export",
                Role.VIEWER,
                new ExportResource(settings, InstantSource.system()).of(Listings.proposals(proposals))));
        routes.add(Route.of("GET", "/proposals", Role.VIEWER, proposals::proposals));
        routes.add(Route.of("DELETE", "/proposals/{id}", Role.REVIEWER, proposals::refuse));
    }

    /** What reports say besides sums, and what is asked before somebody decides about it or keeps a rule. */
    private void addStory() {
        Choices choices = new Choices(settings.lexicon());
        routes.add(Route.question("/timeline", StoryResource::timeline));
        routes.add(Route.question("/timeline/lanes", new ChronicleResource(choices)::lanes));
        routes.add(Route.question("/statements", new StoryResource(choices)::statements));
        routes.add(Route.question("/figures", StoryResource::figures));
        routes.add(Route.question("/names", StoryResource::names));
        routes.add(Route.question("/names/{id}", new NameResource(settings.lexicon())::name));
        StoryDecisionsResource told = new StoryDecisionsResource(stores);
        routes.add(Route.question("/gifts", new GiftsResource(settings.lexicon())::gifts));
        routes.add(Route.question("/alike", told::alike));
        routes.add(Route.question("/rules/effect", new RulesResource(settings.lexicon())::effect));
    }

    private void addFeeds(WatchFiles files) {
        FeedsResource feeds = new FeedsResource(settings, files, log, () -> polling.ifPresent(Polling::wake));
        routes.add(Route.of("GET", "/feeds", Role.VIEWER, feeds::feeds));
        routes.add(Route.of("POST", "/feeds", Role.REVIEWER, feeds::add));
        routes.add(Route.of("PATCH", "/feeds", Role.REVIEWER, feeds::change));
        routes.add(Route.of("DELETE", "/feeds", Role.REVIEWER, feeds::remove));
        routes.add(Route.of("GET", "/feeds.opml", Role.VIEWER, feeds::opml));
    }

    /** They come first: an address with a name in it would take their last word for a name. */
    private void addExports() {
        ExportResource export = new ExportResource(settings, InstantSource.system());
        Listings.all(new SearchResource(stores))
                .forEach((path, listing) -> routes.add(Route.question(path, export.of(listing))));
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.prefer405over404 = true;
        config.http.maxRequestSize = MOST_BODY;
        config.http.compressionStrategy = CompressionStrategy.GZIP;
        config.jetty.modifyHttpConfiguration(Server::harden);
        config.jetty.modifyServer(jetty -> {
            jetty.setErrorHandler(Server::unreadable);
            jetty.setHandler(new Intake(settings.behindProxy(), log));
            jetty.setRequestLog(access.<RequestLog>map(log -> new RequestLog.Collection(log, traffic))
                    .orElse(traffic));
        });
        config.router.javaLangErrorHandler(this::error);
        // Ids of reports may hold slashes, which then travel as %2F.
        config.jetty.modifyServletContextHandler(Server::decodeSlashes);
        config.routes.before(ctx -> {
            guard.headers(ctx, gate.isHttps(ctx));
            guard.check(ctx);
        });
        for (Route route : routes) {
            config.routes.addHttpHandler(
                    HandlerType.findOrCreate(route.method()), route.pattern(), ctx -> answer(route, ctx));
            if (route.method().equals("GET")) {
                config.routes.head(route.pattern(), ctx -> answer(route, ctx));
            }
        }
        config.routes.before(Route.ROOT + "/events", ctx -> {
            if (ctx.method().equals(HandlerType.GET)) {
                gate.check(ctx, Optional.of(Role.VIEWER));
                Query.of(ctx).check();
                if (!Accepts.events(ctx)) {
                    throw ApiProblem.of(406, "events-only", "Only events", "Ask with Accept: text/event-stream.");
                }
                books.refuseReplaced();
                events.enter(ctx);
            }
        });
        config.routes.sse(Route.ROOT + "/events", events::connect);
        config.routes.get(Route.ROOT + "/mcp", McpResource::refuseStream);
        config.routes.head(Route.ROOT + "/mcp", McpResource::refuseStream);
        config.routes.get("/*", this::page);
        config.routes.head("/*", this::page);
        config.routes.exception(ApiProblem.class, (problem, ctx) -> {
            if (problem.isOf(Body.BROKEN_OFF)) {
                log.note("broken-off", "a body was cut off, from " + gate.address(ctx));
            }
            replies.send(ctx, problem);
        });
        config.routes.exception(HttpResponseException.class, this::refused);
        config.routes.exception(StoreException.class, (failed, ctx) -> {
            log.note("book-" + failed.reason(), String.valueOf(failed.getMessage()));
            replies.send(ctx, Replies.ofStore(failed));
        });
        config.routes.exception(Exception.class, this::bug);
    }

    /** What is not even a request never reaches the routes: the network layer answers it here. */
    private static boolean unreadable(Request request, Response response, Callback callback) {
        byte[] body = ApiProblem.of(
                        response.getStatus(),
                        "unreadable",
                        "Not a request",
                        "The server cannot read this request: its address or its headers are malformed or too"
                                + " long.")
                .body();
        response.getHeaders().put("Content-Type", "application/problem+json");
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        response.write(true, ByteBuffer.wrap(body), callback);
        return true;
    }

    private static void harden(HttpConfiguration http) {
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
        http.setRequestHeaderSize(16 << 10);
        // Ids of reports may hold slashes, percent signs and backslashes. No address is ever used as the name of a
        // file.
        http.setUriCompliance(UriCompliance.from(
                "RFC3986,AMBIGUOUS_PATH_SEPARATOR,AMBIGUOUS_PATH_ENCODING,SUSPICIOUS_PATH_CHARACTERS"));
    }

    private static void decodeSlashes(ServletContextHandler handler) {
        handler.getServletHandler().setDecodeAmbiguousURIs(true);
    }

    private void answer(Route route, Context ctx) {
        gate.check(ctx, route.needed());
        replies.answer(route, ctx);
    }

    private void page(Context ctx) {
        if (ctx.path().equals("/api") || ctx.path().startsWith("/api/")) {
            throw ApiProblem.unknown(
                    "unknown-path",
                    "There is nothing at " + ctx.path() + "; /api/v1/openapi.yaml lists what there is.");
        }
        Replies.write(ctx, WebPages.page(ctx));
    }

    private void refused(HttpResponseException refused, Context ctx) {
        if (refused.getStatus() == 405) {
            List<String> allowed = routes.stream()
                    .filter(route -> route.matches(ctx.path()))
                    .map(Route::method)
                    .toList();
            boolean isPage = !ctx.path().startsWith("/api/") || ctx.path().equals(Route.ROOT + "/events");
            ctx.header("Allow", String.join(", ", Replies.methods(allowed, isPage)));
        }
        replies.send(ctx, refused);
    }

    private void bug(Exception bug, Context ctx) {
        log.bug(ctx.method() + " " + ctx.path() + " (request " + RequestId.of(ctx) + ")", bug);
        replies.send(ctx, bug(RequestId.of(ctx)));
    }

    private static ApiProblem bug(String request) {
        return ApiProblem.of(
                500,
                "internal-error",
                "A bug in Tranche",
                "A bug in the program prevented an answer; the log of the server shows where, under request " + request
                        + ".");
    }

    /** An error of the machine, such as running out of memory or stack, is answered and logged as well. */
    private void error(HttpServletResponse response, Error error) {
        String request = String.valueOf(response.getHeader(RequestId.HEADER));
        log.bug("a request (" + request + ")", error);
        byte[] body = bug(request).body();
        try {
            response.reset();
            response.setHeader(RequestId.HEADER, request);
            response.setStatus(500);
            response.setContentType("application/problem+json");
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.getOutputStream().write(body);
        } catch (IOException | IllegalStateException gone) {
            // The sender left, or part of the answer had already been sent.
        }
    }

    /** Is it a name or address of this machine that no other machine can reach? */
    public static boolean isLoopback(String host) {
        return Guard.isLoopback(host);
    }

    /** Returns the methods and paths that are answered, such as {@code GET /ledger}, as the contract names them. */
    public List<String> routes() {
        List<String> named = new ArrayList<>();
        routes.forEach(route -> named.add(route.method() + " " + route.path()));
        named.add("GET /events");
        return List.copyOf(named);
    }

    /** Returns the port that is listened on. */
    public int port() {
        return javalin.port();
    }

    /** Returns the address of the first page. */
    public String address() {
        String host = settings.host().contains(":") ? "[" + settings.host() + "]" : settings.host();
        return "http://" + host + ":" + port() + "/";
    }

    /** Returns the book as it is shown now. */
    BookView view() {
        return books.current();
    }

    /** Ends the polling of feeds, including a request under way; the server continues. */
    public void stopPolling() {
        polling.ifPresent(Polling::close);
    }

    /** Stops answering requests and releases the book. */
    @Override
    public void close() {
        stopPolling();
        events.close();
        javalin.stop();
        books.close();
        stores.close();
        door.close();
        access.ifPresent(AccessLog::close);
    }
}
