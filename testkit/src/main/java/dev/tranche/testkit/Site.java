package dev.tranche.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A web site on loopback, whose answers a test sets and changes. */
public final class Site implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Page> pages = new ConcurrentHashMap<>();
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

    /** Answers one request. */
    @FunctionalInterface
    public interface Page {
        /** Answers. */
        void answer(HttpExchange exchange) throws IOException;
    }

    private Site(HttpServer server) {
        this.server = server;
    }

    /** Opens a site without pages. */
    public static Site open() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            Site site = new Site(server);
            server.setExecutor(site.threads);
            server.createContext("/", site::answer);
            server.start();
            return site;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        asked.add(path);
        try (exchange) {
            Page page = pages.get(path);
            if (page == null) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            page.answer(exchange);
        }
    }

    /** Sets what answers at a path. */
    public Site set(String path, Page page) {
        pages.put(path, page);
        return this;
    }

    /** Sets the page at a path. */
    public Site set(String path, String type, String text) {
        return set(path, exchange -> send(exchange, 200, type, text));
    }

    /** Answers with a status and a text; an empty one has no body. */
    public static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(bytes);
            }
        }
    }

    /** Answers with the address of another page. */
    public static void redirect(HttpExchange exchange, int status, String target) throws IOException {
        exchange.getResponseHeaders().set("Location", target);
        exchange.sendResponseHeaders(status, -1);
    }

    /** Returns a page on which a state gives five million dollars. */
    public static String article(String donor) {
        return "<html><head><title>Aid from " + donor
                + "</title></head><body><nav>Home | Log in</nav><article><h1>Aid from "
                + donor + "</h1><p>" + donor
                + " will give Ukraine $5 million in humanitarian aid, its government said on Monday, after a meeting"
                + " of ministers in the capital.</p><p>The money will be spent on shelters and on heating before the"
                + " winter, the statement said.</p></article></body></html>";
    }

    /** Returns a feed whose items link to pages of their names. */
    public static String feed(String... items) {
        StringBuilder feed = new StringBuilder("<rss version=\"2.0\"><channel><title>Quay Wire</title>");
        for (String item : items) {
            feed.append("<item><guid isPermaLink=\"false\">")
                    .append(item)
                    .append("</guid><title>Aid from ")
                    .append(item)
                    .append("</title><link>/")
                    .append(item)
                    .append("</link><description>Short.</description></item>");
        }
        return feed.append("</channel></rss>").toString();
    }

    /** Returns the address of a path. */
    public String at(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** Returns how often a path was asked for. */
    public long asked(String path) {
        synchronized (asked) {
            return asked.stream().filter(path::equals).count();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
