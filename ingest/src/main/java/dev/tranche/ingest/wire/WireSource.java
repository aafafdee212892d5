package dev.tranche.ingest.wire;

import static dev.tranche.ingest.wire.Elements.children;
import static dev.tranche.ingest.wire.Elements.code;
import static dev.tranche.ingest.wire.Elements.first;
import static dev.tranche.ingest.wire.Elements.isInside;
import static dev.tranche.ingest.wire.Elements.line;
import static dev.tranche.ingest.wire.Elements.local;

import dev.tranche.ingest.BlockText;
import dev.tranche.ingest.Content;
import dev.tranche.ingest.Sink;
import dev.tranche.ingest.Source;
import dev.tranche.ingest.page.Page;
import dev.tranche.ingest.page.PageEncoding;
import dev.tranche.problem.ProblemCode;
import dev.tranche.text.BlockKind;
import dev.tranche.text.Delivery;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Reads NewsML-G2, NewsML 1 and NITF: one report per text item.
 *
 * <p>Items that the agency withheld are refused, canceled ones withdraw what it sent before; also refused are pictures,
 * videos, packages and term lists.
 */
public final class WireSource implements Source {

    private static final Set<String> OTHER_ITEMS =
            Set.of("packageitem", "conceptitem", "knowledgeitem", "catalogitem", "planningitem");

    @Override
    public void read(Content content, Sink sink) throws IOException {
        Optional<byte[]> bytes = content.all();
        if (bytes.isEmpty()) {
            sink.refuse(content.name(), ProblemCode.TOO_LARGE, "The file is larger than 64 MiB; not read.");
            return;
        }
        Document xml = Parser.xmlParser()
                .setTrackErrors(0)
                .parseInput(PageEncoding.decode(bytes.get(), content.encoding()), "");
        List<Element> items = new ArrayList<>();
        List<Element> others = new ArrayList<>();
        for (Element element : xml.getAllElements()) {
            String name = local(element);
            if (name.equals("newsitem") && !isInside(element, "newsitem")) {
                items.add(element);
            } else if (OTHER_ITEMS.contains(name)) {
                others.add(element);
            }
        }
        int number = 0;
        int all = items.size() + others.size();
        for (Element item : items) {
            number++;
            String place = all > 1 ? content.name() + ":" + number : content.name();
            item(content, item, place, all > 1 ? content.baseName() + ":" + number : content.baseName(), sink);
        }
        for (Element other : others) {
            number++;
            String kind = other.tagName().replaceFirst("(?i)item$", "").toLowerCase(Locale.ROOT);
            sink.refuse(
                    all > 1 ? content.name() + ":" + number : content.name(),
                    ProblemCode.NOT_READ,
                    "This is a NewsML-G2 " + kind + " item, which holds no report; not read.");
        }
        if (number > 0) {
            return;
        }
        Element nitf = first(xml, "nitf");
        if (nitf == null) {
            sink.refuse(content.name(), ProblemCode.NOT_READ, "This is NewsML without a news item; not read.");
            return;
        }
        nitf(content, nitf, content.name(), content.baseName(), sink);
    }

    private static void item(Content content, Element item, String place, String fallback, Sink sink) {
        ItemFacts facts = ItemFacts.of(item);
        Delivery delivery = content.delivery(facts.agency(), facts.version());
        if (isBarred(facts, delivery, place, sink)) {
            return;
        }
        if (!children(item, "update").isEmpty()) {
            sink.refuse(
                    place,
                    ProblemCode.NOT_READ,
                    "This is NewsML, changes of single parts of an earlier revision, which are not a report; not"
                            + " read.");
            return;
        }
        String kind = code(first(item, "itemclass"));
        Element inner = first(item, "inlinexml");
        Element plain = first(item, "inlinedata");
        Element old = first(item, "datacontent");
        BlockText text = new BlockText();
        int dateline = dateline(item, inner == null ? old : inner, text);
        String title = line(first(item, "headline"));
        if (title.isEmpty()) {
            title = line(first(item, "headline", "title"));
        }
        if (inner != null || old != null) {
            Element whole = inner == null ? old : inner;
            Element nitf = whole == null ? null : first(whole, "nitf");
            if (nitf != null) {
                body(nitf, text);
                title = title.isEmpty() ? headline(nitf) : title;
            } else if (whole != null) {
                Element body = first(whole, "body");
                Page.addFragment((body == null ? whole : body).html(), text);
            }
        } else if (plain != null) {
            text.addText(plain.wholeText());
        }
        if (text.length() == dateline) {
            Optional<Instructions.End> end = facts.instructions().earlier();
            if (end.isPresent()) {
                sink.withdraw(place, facts.id(), end.get().word(), delivery);
                return;
            }
            String what = kind.isEmpty() || kind.equals("text") ? "an item without text" : "an item of class " + kind;
            sink.refuse(place, ProblemCode.NOT_READ, "This is NewsML, " + what + "; not read.");
            return;
        }
        sink.report(
                place,
                text.document(
                                facts.id().isBlank() ? fallback : Content.id(facts.id()),
                                title,
                                Optional.empty(),
                                present(line(first(item, "by", "byline"))),
                                present(line(first(item, "creditline"))))
                        .with(
                                present(facts.outlet()),
                                Optional.empty(),
                                present(facts.published()),
                                present(facts.language()))
                        .with(delivery));
    }

    private static void nitf(Content content, Element nitf, String place, String fallback, Sink sink) {
        BlockText text = new BlockText();
        body(nitf, text);
        String title = headline(nitf);
        ItemFacts facts = ItemFacts.ofNitf(nitf);
        Delivery delivery = content.delivery(facts.agency(), facts.version());
        if (isBarred(facts, delivery, place, sink)) {
            return;
        }
        if (text.length() == 0 && title.isEmpty()) {
            sink.refuse(place, ProblemCode.EMPTY, "This is NITF without text; not read.");
            return;
        }
        sink.report(
                place,
                text.document(
                                facts.id().isBlank() ? fallback : Content.id(facts.id()),
                                title,
                                Optional.empty(),
                                present(line(first(nitf, "byline"))),
                                present(line(first(nitf, "distributor"))))
                        .with(
                                present(facts.outlet()),
                                Optional.empty(),
                                present(facts.published()),
                                present(facts.language()))
                        .with(delivery));
    }

    /** Withdraws or refuses an item that its agency does not want to be used; returns whether it was one. */
    private static boolean isBarred(ItemFacts facts, Delivery delivery, String place, Sink sink) {
        String status = facts.status();
        Instructions asked = facts.instructions();
        Optional<String> end = Instructions.End.of(status)
                .map(_ -> status)
                .or(() -> asked.own().map(Instructions.End::word));
        if (end.isPresent()) {
            if (asked.others().isEmpty()) {
                sink.withdraw(place, facts.id(), end.get(), delivery);
            }
            asked.others().forEach(other -> sink.withdrawOther(place, other, end.get(), delivery));
            return true;
        }
        if (status.equals("withheld")) {
            sink.refuse(place, ProblemCode.NOT_READ, "The agency marked it as " + status + "; not read.");
            return true;
        }
        return false;
    }

    private static String headline(Element nitf) {
        Element headline = first(nitf, "hl1");
        return line(headline == null ? first(nitf, "hedline", "title") : headline);
    }

    private static void body(Element nitf, BlockText text) {
        String dateline = line(first(nitf, "dateline"));
        Element body = first(nitf, "body.content", "body");
        if (body == null) {
            return;
        }
        if (!dateline.isEmpty() && local(body).equals("body.content")) {
            text.add(BlockKind.PARAGRAPH, dateline);
        }
        body.select("media").remove();
        for (Element element : body.getAllElements()) {
            BlockKind kind = switch (local(element)) {
                case "p" -> BlockKind.PARAGRAPH;
                case "hl2" -> BlockKind.HEADING;
                case "li", "dd", "dt" -> BlockKind.LIST_ITEM;
                case "tr", "nitf-table-row" -> BlockKind.TABLE_ROW;
                case "bq" -> BlockKind.QUOTE;
                default -> BlockKind.HEADLINE;
            };
            boolean within = isInside(element, "p") || isInside(element, "tr") || isInside(element, "li");
            if (kind != BlockKind.HEADLINE && !within) {
                text.add(kind, element.text());
            }
        }
    }

    /** Adds the place and day with which the text begins, unless it has them itself; returns their length. */
    private static int dateline(Element item, @Nullable Element whole, BlockText text) {
        Element about = first(item, "contentmeta");
        String stated = about == null ? "" : line(first(about, "dateline"));
        if (!line(whole).contains(stated)) {
            text.add(BlockKind.PARAGRAPH, stated);
        }
        return text.length();
    }

    private static Optional<String> present(String value) {
        return Optional.of(value.strip()).filter(each -> !each.isEmpty());
    }
}
