package dev.tranche.ingest.page;

import dev.tranche.ingest.page.PageNames.Sign;
import dev.tranche.text.BlockKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** Walks a page once and cuts its text into leaves, each with the boxes around it. Does not recurse. */
final class PageScan {

    /** Elements whose text is not displayed, or that are only controls. */
    private static final Set<String> SKIPPED = Set.of(
            "script",
            "style",
            "noscript",
            "template",
            "svg",
            "iframe",
            "object",
            "embed",
            "canvas",
            "video",
            "audio",
            "button",
            "select",
            "input",
            "textarea",
            "head",
            "datalist",
            "map",
            "math",
            "applet",
            "frameset",
            "dialog",
            "option",
            "amp-ad",
            "amp-analytics",
            "amp-social-share",
            "amp-sidebar");

    /** Elements that do not interrupt a line of text. */
    private static final Set<String> INLINE = Set.of(
            "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i",
            "ins", "kbd", "label", "mark", "nobr", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike",
            "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "img", "picture", "source", "amp-img");

    private static final Set<String> AROUND_TAGS = Set.of("nav", "aside", "footer", "form", "menu", "fieldset");
    private static final Set<String> AROUND_ROLES = Set.of(
            "navigation",
            "banner",
            "contentinfo",
            "complementary",
            "search",
            "dialog",
            "menu",
            "menubar",
            "toolbar",
            "alert",
            "alertdialog",
            "tooltip");

    private static final int MOST_LEAVES = 50_000;
    private static final int MOST_LEAF_CHARACTERS = 1 << 20;

    final List<Leaf> leaves = new ArrayList<>();
    final List<Box> boxes = new ArrayList<>();

    final PageNames names;

    private final StringBuilder text = new StringBuilder();
    private int linkCharacters;
    private int openLinks;
    private @Nullable Box box;
    private @Nullable BlockKind kind;
    private int pre;
    private boolean gap;

    private PageScan(PageWords words) {
        this.names = new PageNames(words);
    }

    static PageScan of(Document page, PageWords words) {
        PageScan scan = new PageScan(words);
        scan.walk(page.body());
        return scan;
    }

    /** Depth first along the links of the nodes, so that a page of a million nested elements needs no stack. */
    @SuppressWarnings("ReferenceEquality") // Two equal nodes are two nodes.
    private void walk(Element root) {
        Node node = root;
        while (true) {
            boolean open = enter(node);
            if (open && node.childNodeSize() > 0) {
                node = node.childNode(0);
                continue;
            }
            if (open) {
                leave(node);
            }
            Node next = node == root ? null : node.nextSibling();
            while (next == null) {
                Node up = node == root ? null : node.parent();
                if (up == null) {
                    return;
                }
                node = up;
                leave(node);
                next = node == root ? null : node.nextSibling();
            }
            node = next;
        }
    }

    private static boolean isSkipped(Element element) {
        return SKIPPED.contains(element.normalName()) || isHidden(element);
    }

    private static boolean isHidden(Element element) {
        if (element.attributesSize() == 0) {
            return false;
        }
        if (element.hasAttr("hidden")) {
            return true;
        }
        String style = element.attr("style");
        if (style.isEmpty()) {
            return false;
        }
        String bare = style.toLowerCase(Locale.ROOT).replace(" ", "");
        return bare.contains("display:none") || bare.contains("visibility:hidden");
    }

    /** Enters a node; returns whether its children are read. */
    private boolean enter(Node node) {
        if (node instanceof TextNode words) {
            append(words.getWholeText());
            return false;
        }
        if (!(node instanceof Element element) || isSkipped(element)) {
            return false;
        }
        String tag = element.normalName();
        if (tag.equals("br")) {
            lineBreak(element);
            return false;
        }
        if (tag.equals("a")) {
            openLinks++;
        }
        if (INLINE.contains(tag) && box != null) {
            return true;
        }
        if (tag.equals("td") || tag.equals("th")) {
            if (kind == BlockKind.TABLE_ROW && !text.isEmpty()) {
                text.append('\t');
                gap = false;
            }
        } else {
            flush();
        }
        boolean strictly = names.says(element, Sign.STRICTLY);
        Box made = new Box(element, box, isAround(element, tag, strictly), strictly, isClaimed(element, tag));
        boxes.add(made);
        box = made;
        kind = kindOf(tag);
        if (tag.equals("pre")) {
            pre++;
        }
        return true;
    }

    @SuppressWarnings("ReferenceEquality") // Two equal nodes are two nodes.
    private void leave(Node node) {
        if (!(node instanceof Element element)) {
            return;
        }
        String tag = element.normalName();
        if (tag.equals("a")) {
            openLinks--;
        }
        Box own = box;
        if (own == null || own.element != element) {
            return;
        }
        boolean cell = (tag.equals("td") || tag.equals("th")) && kind == BlockKind.TABLE_ROW;
        if (!cell) {
            flush();
        }
        if (tag.equals("pre")) {
            pre--;
        }
        box = own.parent;
        kind = cell ? BlockKind.TABLE_ROW : box == null ? null : kindOf(box.element.normalName());
    }

    /** Two line breaks in a row start a paragraph; one is a space. */
    private void lineBreak(Element element) {
        Node before = element.previousSibling();
        while (before instanceof TextNode blank && blank.isBlank()) {
            before = before.previousSibling();
        }
        boolean second = before instanceof Element other && other.normalName().equals("br");
        if (second) {
            flush();
            return;
        }
        if (pre > 0) {
            text.append('\n');
        } else {
            gap = true;
        }
    }

    private void append(String more) {
        int start = text.length();
        if (start > MOST_LEAF_CHARACTERS) {
            flush();
            start = 0;
        }
        for (int i = 0; i < more.length(); i++) {
            char c = more.charAt(i);
            if (isBlank(c)) {
                if (pre > 0 && c == '\n') {
                    text.append('\n');
                    gap = false;
                } else {
                    gap = true;
                }
                continue;
            }
            if (c == '\u00AD' || c == '\u200B' || c == '\uFEFF') {
                continue;
            }
            if (gap && !text.isEmpty() && text.charAt(text.length() - 1) > ' ') {
                text.append(' ');
            }
            gap = false;
            text.append(c);
        }
        if (openLinks > 0) {
            linkCharacters += text.length() - start;
        }
    }

    private static boolean isBlank(char c) {
        return c == ' '
                || c == '\n'
                || c == '\t'
                || c == '\r'
                || c == '\f'
                || c == '\u00A0'
                || c == '\u2028'
                || (c >= '\u2000' && c <= '\u200A')
                || c == '\u202F'
                || c == '\u3000';
    }

    private void flush() {
        gap = false;
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) <= ' ') {
            end--;
        }
        Box owner = box;
        if (end > 0 && owner != null && leaves.size() < MOST_LEAVES) {
            int start = 0;
            while (text.charAt(start) <= ' ') {
                start++;
            }
            String whole = text.substring(start, end);
            leaves.add(new Leaf(owner, whole, leafKind(owner), Math.min(linkCharacters, whole.length())));
            for (Box each = owner; each != null; each = each.parent) {
                each.firstLeaf = each.firstLeaf < 0 ? leaves.size() - 1 : each.firstLeaf;
                each.lastLeaf = leaves.size() - 1;
            }
        }
        text.setLength(0);
        linkCharacters = 0;
    }

    private static @Nullable BlockKind kindOf(String tag) {
        return switch (tag) {
            case "h1", "h2", "h3", "h4", "h5", "h6" -> BlockKind.HEADING;
            case "li", "dd", "dt" -> BlockKind.LIST_ITEM;
            case "tr", "td", "th" -> BlockKind.TABLE_ROW;
            case "figcaption", "caption" -> BlockKind.CAPTION;
            case "blockquote" -> BlockKind.QUOTE;
            default -> null;
        };
    }

    /** The nearest enclosing element that is more than a paragraph. */
    private BlockKind leafKind(Box owner) {
        int steps = 0;
        for (Box each = owner; each != null && steps < 4; each = each.parent) {
            String tag = each.element.normalName();
            BlockKind kind = kindOf(tag);
            if (kind == BlockKind.TABLE_ROW && !tag.equals("tr") && each != owner) {
                return BlockKind.PARAGRAPH;
            }
            if (kind != null) {
                return kind;
            }
            if (tag.equals("figure") || names.says(each.element, Sign.CAPTION)) {
                return BlockKind.CAPTION;
            }
            steps++;
        }
        return BlockKind.PARAGRAPH;
    }

    private boolean isAround(Element element, String tag, boolean strictly) {
        if (AROUND_TAGS.contains(tag)) {
            return true;
        }
        if (element.attributesSize() == 0 || tag.equals("body") || tag.equals("html")) {
            return false;
        }
        String role = element.attr("role");
        if (!role.isEmpty() && AROUND_ROLES.contains(role.toLowerCase(Locale.ROOT))) {
            return true;
        }
        return strictly || (names.says(element, Sign.AROUND) && !names.says(element, Sign.SHOWN));
    }

    private boolean isClaimed(Element element, String tag) {
        if (tag.equals("article")) {
            return true;
        }
        if (element.attributesSize() == 0) {
            return false;
        }
        return element.attr("itemprop").contains("articleBody")
                || (!tag.equals("body") && names.says(element, Sign.CLAIMED));
    }
}
