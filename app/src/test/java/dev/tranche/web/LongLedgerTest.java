package dev.tranche.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The ledger of a book of any size in a browser: first rows, filters, the end of the list and choosing all. Prints how
 * long each took. {@code -Dtranche.longBook=FILE} names the book; without it nothing is run. The server runs in the
 * process of the test: a book of 200,000 entries needs {@code -Dsurefire.moduleArgs=-Xmx5g}.
 */
@EnabledIfSystemProperty(named = "tranche.longBook", matches = ".+")
class LongLedgerTest {

    private static final int ROUNDS = 7;
    private static final String DRAWN = "() => document.querySelectorAll('.ledger-row').length > 0";

    @Test
    void theLedgerOfALongBookIsReadFromItsFirstRowToItsLast() {
        Path book = Path.of(System.getProperty("tranche.longBook", ""));
        try (Reader reader = Reader.of(book);
                Tab tab = reader.tab(1400, ColorScheme.LIGHT)) {
            tab.page().setDefaultTimeout(120_000);
            print("first rows", times(ROUNDS, () -> {
                tab.page().navigate("/");
                tab.page().waitForFunction(DRAWN);
            }));
            tab.open("/");
            int all = tab.entries();
            List<?> donors = (List<?>) tab.page()
                    .evaluate("() => [...document.querySelectorAll('#filters a')].map(one => new URL(one.href)"
                            + ".searchParams.get('donor')).filter(one => one !== null)");
            assertThat(donors).isNotEmpty();
            int[] next = {0};
            print("a filter", times(donors.size(), () -> {
                Object donor = donors.get(next[0]++);
                String before = shown(tab);
                tab.page()
                        .evaluate(
                                "donor => [...document.querySelectorAll('#filters a')].find(one =>"
                                        + " one.getAttribute('href').includes('donor=' + donor)).click()",
                                donor);
                tab.page()
                        .waitForFunction(
                                "before => document.querySelector('.head p.small').textContent !== before", before);
                tab.page().waitForFunction(DRAWN);
            }));
            tab.open("/");
            String last = tab.page().evaluate("""
                () => fetch('/api/v1/ledger?sort=date&order=desc&limit=1&skip=%d')
                    .then(answer => answer.json()).then(page => page.items[0].id)
                """.formatted(all - 1)).toString();
            print("scroll to the end", times(1, () -> {
                tab.page().evaluate("() => window.scrollTo(0, document.documentElement.scrollHeight)");
                tab.page()
                        .waitForFunction(
                                "last => document.querySelector('.ledger-row a[href$=\"' + last + '\"]') !== null",
                                last);
            }));
            tab.page().evaluate("() => window.scrollTo(0, 0)");
            print("choose all", times(1, () -> {
                tab.press("A");
                tab.page()
                        .waitForFunction(
                                "all => document.querySelector('.choosing')?.textContent.includes(all)",
                                String.format(Locale.UK, "%,d", all));
            }));
            assertThat(tab.find(".choosing").textContent()).containsPattern(Pattern.compile("chosen"));
            System.out.printf(Locale.ROOT, "%,d entries%n", all);
        }
    }

    private static String shown(Tab tab) {
        return tab.find(".head p.small").first().textContent();
    }

    private static double[] times(int rounds, Runnable work) {
        double[] millis = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            long start = System.nanoTime();
            work.run();
            millis[round] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(millis);
        return millis;
    }

    private static void print(String what, double[] millis) {
        System.out.printf(
                Locale.ROOT,
                "%s: median %.0f ms, %.0f to %.0f%n",
                what,
                millis[millis.length / 2],
                millis[0],
                millis[millis.length - 1]);
    }
}
