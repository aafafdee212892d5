package dev.tranche.ingest.page;

import dev.tranche.ingest.BlockText;
import dev.tranche.text.Document;
import dev.tranche.text.MarkedDay;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;

/** A web page, read: its report in blocks and what its markup says about it. */
public final class Page {

    private final PageFacts facts;
    private final List<Leaf> leaves;
    private final Optional<MarkedDay> day;

    private Page(PageFacts facts, List<Leaf> leaves, Optional<MarkedDay> day) {
        this.facts = facts;
        this.leaves = leaves;
        this.day = day;
    }

    /**
     * Reads a page; never throws because of its content.
     *
     * @param sent the encoding that the sender named, if any
     */
    public static Page of(byte[] bytes, Optional<String> sent) {
        return of(PageEncoding.decode(bytes, sent));
    }

    /** Reads a page that is already decoded. */
    public static Page of(String html) {
        org.jsoup.nodes.Document page = Parser.htmlParser().setTrackErrors(0).parseInput(html, "");
        PageFacts facts = PageFacts.of(page);
        PageScan scan = PageScan.of(page, PageWords.SHIPPED);
        List<Leaf> leaves = MainText.find(scan, PageWords.SHIPPED, facts.title());
        return new Page(facts, leaves, PageDay.find(facts, scan, leaves, html, PageWords.SHIPPED));
    }

    /**
     * Adds all text of a piece of a page, such as the body of an item of a feed, to blocks.
     */
    public static void addFragment(String html, BlockText text) {
        if (html.indexOf('<') < 0 && html.indexOf('&') < 0) {
            text.addText(html);
            return;
        }
        org.jsoup.nodes.Document page = Parser.htmlParser().setTrackErrors(0).parseInput(html, "");
        for (Leaf leaf : PageScan.of(page, PageWords.SHIPPED).leaves) {
            text.add(leaf.kind, leaf.text);
        }
    }

    /** Returns the words of a piece of a page in one line, as for a headline with markup in it. */
    public static String line(String html) {
        String bare = html.indexOf('<') < 0 && html.indexOf('&') < 0
                ? html
                : Jsoup.parse(html).text();
        return bare.replaceAll("\\s+", " ").strip();
    }

    /** Returns the blocks of the report. */
    public BlockText text() {
        BlockText text = new BlockText();
        leaves.forEach(leaf -> text.add(leaf.kind, leaf.text));
        return text;
    }

    /** Returns the headline, possibly empty. */
    public String title() {
        return facts.title();
    }

    /** Returns the address that the page states as its own. */
    public Optional<String> address() {
        return facts.address();
    }

    /** Returns the day of publication with the place of the markup that states it. */
    public Optional<MarkedDay> day() {
        return day;
    }

    /**
     * Returns the report of the page.
     *
     * @param id its name
     * @param fetched the address from which the page came, if the page does not name one itself
     */
    public Document document(String id, Optional<String> fetched) {
        Optional<String> address = facts.address().or(() -> fetched);
        Optional<MarkedDay> stated = day.or(() -> address.flatMap(PageDay::ofAddress));
        return text().document(id, facts.title(), stated, facts.author(), facts.agency(leaves))
                .with(
                        Optional.of(facts.outlet())
                                .filter(name -> !name.isBlank())
                                .or(() -> address.flatMap(PageFacts::host)),
                        address,
                        Optional.empty(),
                        facts.language());
    }
}
