package dev.tranche.ingest.page;

import dev.tranche.ingest.page.PageNames.Sign;
import dev.tranche.ingest.page.PageWords.Use;
import dev.tranche.text.MarkedDay;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/**
 * Finds the day on which a page was published, looking in the most trusted places first; a page whose
 * only days are in its running text has none.
 */
final class PageDay {

    private static final Pattern ADDRESS_DAY =
            Pattern.compile("[/_-]((?:19|20)\\d\\d)[/_-]?(0[1-9]|1[0-2])[/_-]?(0[1-9]|[12]\\d|3[01])(?![\\d])");
    private static final Pattern PROPERTY =
            Pattern.compile("date(Published|Created)|dc:(date|created|issued)", Pattern.CASE_INSENSITIVE);
    private static final Pattern PUBLISHED_NAME = Pattern.compile(
            "(^|[ _-])(published|entry-date|dt-published|post-date|pubdate|date-published)", Pattern.CASE_INSENSITIVE);
    private static final Pattern ABBREVIATED_NAME = Pattern.compile("published|date", Pattern.CASE_INSENSITIVE);
    private static final int LONGEST_LABELLED = 160;
    private static final int LONGEST_ELEMENT = 300;
    private static final int LONGEST_LABEL = 40;
    private static final int OPENING_LEAVES = 3;
    private static final int FIRST_LEAVES = 60;
    private static final int LONGEST_WRITTEN = 80;
    private static final int MOST_ELEMENTS = 400;

    private final PageFacts facts;
    private final PageScan scan;
    private final List<Leaf> report;
    private final String html;
    private final PageWords words;
    private final String language;

    private PageDay(PageFacts facts, PageScan scan, List<Leaf> report, String html, PageWords words) {
        this.facts = facts;
        this.scan = scan;
        this.report = report;
        this.html = html;
        this.words = words;
        this.language = facts.language().orElse("");
    }

    static Optional<MarkedDay> find(PageFacts facts, PageScan scan, List<Leaf> report, String html, PageWords words) {
        PageDay day = new PageDay(facts, scan, report, html, words);
        return Stream.<Supplier<Optional<MarkedDay>>>of(
                        day::linked,
                        () -> day.metas(Use.META_PUBLISHED, "markup.meta"),
                        day::address,
                        day::property,
                        day::publishedElement,
                        day::timeElement,
                        () -> day.labelled(Use.PUBLISHED, "markup.label"),
                        day::namedElement,
                        () -> day.metas(Use.META_DATE, "markup.meta.date"),
                        day::scripted,
                        day::opening,
                        () -> day.metas(Use.META_UPDATED, "markup.meta.updated"),
                        () -> day.labelled(Use.UPDATED, "markup.label.updated"),
                        day::nearTitle,
                        day::only)
                .flatMap(each -> each.get().stream())
                .findFirst();
    }

    private Optional<MarkedDay> linked() {
        for (String key : List.of("datePublished", "dateCreated", "uploadDate")) {
            Optional<MarkedDay> day = facts.linked.text(key).flatMap(value -> marked("markup.json-ld", value));
            if (day.isPresent()) {
                return day;
            }
        }
        return Optional.empty();
    }

    private Optional<MarkedDay> metas(Use use, String rule) {
        Map<String, String> metas = facts.metas();
        for (String name : words.of(use)) {
            String value = metas.get(name);
            if (value != null) {
                Optional<MarkedDay> day = marked(rule, value);
                if (day.isPresent()) {
                    return day;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<MarkedDay> property() {
        for (Element element : first(facts.elements().properties())) {
            if (!PROPERTY.matcher(element.attr("itemprop") + " " + element.attr("property"))
                    .find()) {
                continue;
            }
            Optional<MarkedDay> day = ofElement("markup.property", element);
            if (day.isPresent()) {
                return day;
            }
        }
        return Optional.empty();
    }

    /** A page that nests thousands of them would have its text collected as often. */
    private static List<Element> first(List<Element> elements) {
        return elements.subList(0, Math.min(MOST_ELEMENTS, elements.size()));
    }

    private Optional<MarkedDay> publishedElement() {
        int seen = 0;
        for (Element element : facts.elements().named()) {
            if (!isPublished(element) || ++seen > MOST_ELEMENTS) {
                continue;
            }
            Optional<MarkedDay> day = isInComment(element) ? Optional.empty() : ofElement("markup.published", element);
            if (day.isPresent()) {
                return day;
            }
        }
        return Optional.empty();
    }

    private static boolean isPublished(Element element) {
        String names = element.className();
        return switch (element.normalName()) {
            case "time" ->
                element.hasAttr("pubdate") || PUBLISHED_NAME.matcher(names).find();
            case "abbr" -> ABBREVIATED_NAME.matcher(names).find();
            default -> element.hasAttr("title") && PUBLISHED_NAME.matcher(names).find();
        };
    }

    private Optional<MarkedDay> address() {
        Stream<Optional<String>> addresses = Stream.of(facts.address(), facts.meta("og:url"), alternate());
        return addresses
                .flatMap(Optional::stream)
                .flatMap(address -> ofAddress(address).stream())
                .findFirst();
    }

    private Optional<String> alternate() {
        return facts.elements().link("amphtml");
    }

    static Optional<MarkedDay> ofAddress(String address) {
        Matcher matcher = ADDRESS_DAY.matcher(address);
        while (matcher.find()) {
            String written = matcher.group(1) + "-" + matcher.group(2) + "-" + matcher.group(3);
            Optional<LocalDate> day = DayText.find(written, "");
            if (day.isPresent()) {
                return day.map(found -> new MarkedDay(found, "markup.address", written));
            }
        }
        return Optional.empty();
    }

    private Optional<MarkedDay> timeElement() {
        for (Element time : first(facts.elements().tag("time"))) {
            Optional<MarkedDay> day =
                    isInComment(time) || isInList(time) ? Optional.empty() : ofElement("markup.time", time);
            if (day.isPresent()) {
                return day;
            }
        }
        return Optional.empty();
    }

    private Optional<MarkedDay> labelled(Use use, String rule) {
        String before = "";
        for (Leaf leaf : scan.leaves) {
            if (leaf.length() <= LONGEST_LABELLED) {
                String text = before + leaf.text;
                Optional<DayText.Found> found = DayText.findWords(text, language);
                if (found.isPresent()
                        && found.get().start() >= 0
                        && endsWithLabel(text.substring(0, found.get().start()), use)) {
                    return Optional.of(new MarkedDay(found.get().day(), rule, shorten(text)));
                }
            }
            before = leaf.length() < LONGEST_LABEL ? leaf.text + " " : "";
        }
        return Optional.empty();
    }

    private boolean endsWithLabel(String before, Use use) {
        String lower = before.toLowerCase(Locale.ROOT);
        for (String label : words.of(use)) {
            int at = lower.lastIndexOf(label);
            boolean whole = at >= 0 && (at == 0 || !Character.isLetter(lower.charAt(at - 1)));
            if (whole) {
                String between = lower.substring(at + label.length());
                if (between.length() < 25
                        && between.chars().filter(Character::isLetter).count() <= 12) {
                    return true;
                }
            }
        }
        return false;
    }

    private Optional<MarkedDay> namedElement() {
        int seen = 0;
        for (Element element : facts.elements().named()) {
            boolean dated = scan.names.says(element, Sign.DATED);
            if (!dated || ++seen > MOST_ELEMENTS || isInComment(element) || isInList(element)) {
                continue;
            }
            String text = element.text();
            if (text.length() > LONGEST_ELEMENT) {
                continue;
            }
            Optional<MarkedDay> day = DayText.find(text, language)
                    .map(found -> new MarkedDay(found, "markup.date-element", shorten(text)));
            if (day.isPresent()) {
                return day;
            }
        }
        return Optional.empty();
    }

    private Optional<MarkedDay> scripted() {
        if (html.indexOf("ublish") < 0 && html.indexOf("reated") < 0 && html.indexOf("date") < 0) {
            return Optional.empty();
        }
        String script = html.indexOf("&quot;") < 0 ? html : html.replace("&quot;", "\"");
        return ScriptedDay.find(script, value -> marked("markup.script", value));
    }

    /** A day at the start of the title or of one of the first paragraphs. */
    private Optional<MarkedDay> opening() {
        Stream<String> openings = Stream.concat(
                Stream.of(facts.title()), report.stream().limit(OPENING_LEAVES).map(leaf -> leaf.text));
        return openings.flatMap(text ->
                        DayText.findWords(text.substring(0, Math.min(text.length(), LONGEST_LABEL)), language)
                                .filter(found -> found.start() == 0)
                                .map(found -> new MarkedDay(found.day(), "markup.opening", shorten(text)))
                                .stream())
                .findFirst();
    }

    /** A short line of the page's first part that is little more than a day. */
    private Optional<MarkedDay> nearTitle() {
        int first = report.isEmpty() ? 0 : report.getFirst().box.firstLeaf;
        int seen = 0;
        for (Leaf leaf : scan.leaves) {
            if (seen++ > Math.max(FIRST_LEAVES, first) || leaf.length() > 80) {
                continue;
            }
            Optional<DayText.Found> found = DayText.findWords(leaf.text, language);
            if (found.isPresent()
                    && leaf.length() - (found.get().end() - found.get().start()) < 30
                    && leaf.linkShare() < 0.9) {
                return Optional.of(new MarkedDay(found.get().day(), "markup.line", shorten(leaf.text)));
            }
        }
        return Optional.empty();
    }

    /** The only day named in short texts of the page, wherever they are. */
    private Optional<MarkedDay> only() {
        Optional<MarkedDay> only = Optional.empty();
        for (Leaf leaf : scan.leaves) {
            if (leaf.length() > LONGEST_ELEMENT) {
                continue;
            }
            Optional<LocalDate> day = DayText.find(leaf.text, language);
            if (day.isPresent() && only.isPresent() && !only.get().day().equals(day.get())) {
                return Optional.empty();
            }
            only = only.or(() -> day.map(found -> new MarkedDay(found, "markup.only", shorten(leaf.text))));
        }
        return only;
    }

    private Optional<MarkedDay> ofElement(String rule, Element element) {
        for (String key : List.of("datetime", "content", "title", "data-datetime", "data-date")) {
            if (element.hasAttr(key)) {
                Optional<MarkedDay> day = marked(rule, element.attr(key));
                if (day.isPresent()) {
                    return day;
                }
            }
        }
        String text = element.text();
        return text.length() > LONGEST_LABELLED ? Optional.empty() : marked(rule, text);
    }

    private Optional<MarkedDay> marked(String rule, String written) {
        return DayText.ofMarkup(written, language).map(day -> new MarkedDay(day, rule, shorten(written)));
    }

    private static String shorten(String written) {
        String line = written.replaceAll("\\s+", " ").strip();
        return line.length() > LONGEST_WRITTEN ? line.substring(0, LONGEST_WRITTEN) : line;
    }

    private boolean isInComment(Element element) {
        return isInside(element, Sign.STRICTLY);
    }

    /** Days beside teasers belong to other reports. */
    private boolean isInList(Element element) {
        return isInside(element, Sign.TEASER);
    }

    private boolean isInside(Element element, Sign sign) {
        int steps = 0;
        for (Element each = element; each != null && steps < 12; each = each.parent()) {
            if (each.normalName().equals("body")) {
                return false;
            }
            if (scan.names.says(each, sign)) {
                return true;
            }
            steps++;
        }
        return false;
    }
}
