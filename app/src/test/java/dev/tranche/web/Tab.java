package dev.tranche.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.tranche.testkit.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/** A window of a browser that notes whatever goes wrong in it. */
final class Tab implements AutoCloseable {

    private static final int MOST_MILLIS = 20_000;

    /** What axe calls serious or worse, each with the elements that it is about. */
    private static final String SERIOUS = """
        async () => (await axe.run(document, {resultTypes: ['violations']})).violations
            .filter(one => ['serious', 'critical'].includes(one.impact))
            .map(one => one.id + ': ' + one.nodes.slice(0, 3).map(node => node.target.join(' ')).join(', '))
        """;

    private final BrowserContext context;
    private final Page page;
    private final List<String> faults = new CopyOnWriteArrayList<>();
    private boolean expectsFailures;

    Tab(BrowserContext context, String address) {
        this.context = context;
        this.page = context.newPage();
        context.setDefaultTimeout(MOST_MILLIS);
        page.onConsoleMessage(message -> {
            if (!expectsFailures && List.of("error", "warning").contains(message.type())) {
                faults.add("console: " + message.text());
            }
        });
        page.onPageError(error -> faults.add("page: " + error));
        page.onRequest(request -> {
            String url = request.url();
            if (!url.startsWith(address + "/") && !url.startsWith("data:") && !url.startsWith("blob:")) {
                faults.add("a request left: " + url);
            }
        });
    }

    Page page() {
        return page;
    }

    /** Opens an address of the pages and waits until its data is there. */
    void open(String path) {
        page.navigate(path);
        settle();
    }

    /** Waits until the page shows its heading and no sign of loading. */
    void settle() {
        page.waitForFunction(
                "() => document.querySelector('main h1') !== null && document.querySelector('main .wait') === null");
    }

    Locator find(String selector) {
        return page.locator(selector);
    }

    Locator button(String name) {
        // A pattern goes to the browser as it is, which knows no quoting of Java.
        Pattern start = Pattern.compile("^" + name.replaceAll("[.()]", "\\\\$0"));
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(start));
    }

    void press(String... keys) {
        for (String key : keys) {
            page.keyboard().press(key);
        }
    }

    /** Waits for the note that a decision leaves. */
    void waitForToast(String words) {
        find(".toast").filter(new Locator.FilterOptions().setHasText(words)).waitFor();
    }

    /** How many entries the server counts now. */
    int entries() {
        return ((Number) page.evaluate("async () => (await (await fetch('/api/v1/book')).json()).entries")).intValue();
    }

    /** From here on the server may fail to answer, which browsers write into their console. */
    void expectFailures() {
        expectsFailures = true;
    }

    /** Keeps a picture of the whole page as build output. */
    void keep(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Repository.root().resolve("app/target/pages/" + name + ".png")));
    }

    /** Nothing went wrong, nothing is wider than the window, and axe finds nothing serious. */
    void check(String what) {
        assertThat(faults).as(what).isEmpty();
        Object over = page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth");
        assertThat(((Number) over).intValue())
                .as(what + ": wider than the window")
                .isLessThanOrEqualTo(0);
        try {
            page.evaluate(Files.readString(Reader.axe()) + ";0");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        assertThat((List<?>) page.evaluate(SERIOUS)).as(what + ": axe").isEmpty();
    }

    @Override
    public void close() {
        context.close();
        assertThat(faults).isEmpty();
    }
}
