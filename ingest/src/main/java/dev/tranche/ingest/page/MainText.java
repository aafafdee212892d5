package dev.tranche.ingest.page;

import dev.tranche.ingest.page.PageWords.Use;
import dev.tranche.text.BlockKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Finds the leaves of a page that are its report.
 *
 * <p>Each leaf has a score: prose counts in favour of its box, links and short labels against it. The report is the
 * smallest box with the largest score; inside it, the parts that pages put around reports are left out.
 */
final class MainText {

    /** A leaf of this many characters that is mostly not a link reads like prose. */
    private static final int PROSE_CHARACTERS = 80;

    private static final int SENTENCE_CHARACTERS = 25;
    private static final double MOST_LINKS_IN_PROSE = 0.5;

    /** A box with this share of a page's prose is not secondary, whatever its name. */
    private static final double TOO_LARGE_A_SHARE = 0.4;

    /** A box named for cookies or comments may be longer than the report beside it. */
    private static final double NEARLY_ALL = 0.9;

    /** A box that claims to be the report is believed when its score is at least this share of the best. */
    private static final double CLAIMED_SHARE = 0.75;

    private final PageScan scan;
    private final PageWords words;
    private final String title;

    private MainText(PageScan scan, PageWords words, String title) {
        this.scan = scan;
        this.words = words;
        this.title = key(title);
    }

    /** Returns the leaves of the report in order; none on a page without prose. */
    static List<Leaf> find(PageScan scan, PageWords words, String title) {
        return new MainText(scan, words, title).find();
    }

    private List<Leaf> find() {
        int prose = 0;
        for (Leaf leaf : scan.leaves) {
            if (isProse(leaf)) {
                prose += leaf.length();
                for (Box box = leaf.box; box != null; box = box.parent) {
                    box.prose += leaf.length();
                }
            }
        }
        for (Leaf leaf : scan.leaves) {
            leaf.aside = isAside(leaf.box, prose);
            leaf.worth = leaf.aside ? Math.min(0, worth(leaf)) : worth(leaf);
            for (Box box = leaf.box; box != null; box = box.parent) {
                box.worth += leaf.worth;
            }
        }
        Box best = best();
        List<Leaf> found = best == null ? List.of() : kept(claimedIn(best));
        return found.isEmpty() ? ofFewWords() : found;
    }

    /** A page without prose: everything that is not a link and has nothing beside it. */
    private List<Leaf> ofFewWords() {
        return scan.leaves.stream()
                .filter(leaf -> !leaf.aside && leaf.linkShare() < MOST_LINKS_IN_PROSE && isKept(leaf))
                .toList();
    }

    private Box claimedIn(Box best) {
        Box found = best;
        for (Box box : scan.boxes) {
            if (box.claimed && box.isIn(best) && box.worth >= best.worth * CLAIMED_SHARE && box.depth > found.depth) {
                found = box;
            }
        }
        return found;
    }

    private boolean isAside(Box box, int prose) {
        for (Box each = box; each != null; each = each.parent) {
            if (each.around && each.prose < prose * (each.strictly ? NEARLY_ALL : TOO_LARGE_A_SHARE)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isProse(Leaf leaf) {
        return leaf.length() >= PROSE_CHARACTERS
                && leaf.linkShare() < MOST_LINKS_IN_PROSE
                && leaf.kind != BlockKind.HEADING
                && leaf.kind != BlockKind.CAPTION;
    }

    private static double worth(Leaf leaf) {
        double links = leaf.linkShare();
        if (links > MOST_LINKS_IN_PROSE) {
            return -10 - Math.min(60, leaf.length()) * links;
        }
        if (leaf.kind == BlockKind.HEADING || leaf.kind == BlockKind.CAPTION) {
            return 0;
        }
        if (isProse(leaf)) {
            return leaf.length() * (1 - links) + 20;
        }
        if (leaf.length() >= SENTENCE_CHARACTERS && endsSentence(leaf.text)) {
            return leaf.length() * 0.5;
        }
        return leaf.isRow() ? 2 : -8;
    }

    private @Nullable Box best() {
        Box best = null;
        for (Box box : scan.boxes) {
            if (box.worth > 0
                    && (best == null
                            || box.worth * bonus(box) > best.worth * bonus(best)
                            || (box.worth == best.worth && box.isIn(best) && !best.claimed))) {
                best = box;
            }
        }
        return best;
    }

    private static double bonus(Box box) {
        return box.claimed ? 1.15 : 1;
    }

    private List<Leaf> kept(Box best) {
        List<Leaf> kept = new ArrayList<>();
        for (int i = best.firstLeaf; i >= 0 && i <= best.lastLeaf; i++) {
            Leaf leaf = scan.leaves.get(i);
            if (!kept.isEmpty() && isStop(leaf)) {
                int last = lastOf(leaf, best);
                i = prose(i, last) < prose(best.firstLeaf, i) ? Math.max(i, last) : i;
                continue;
            }
            if (!leaf.aside && isKept(leaf)) {
                kept.add(leaf);
            }
        }
        return trimmed(kept);
    }

    /** A headline over teasers or comments: what follows it in the same box is dropped too. */
    private boolean isStop(Leaf leaf) {
        if (leaf.length() > 60) {
            return false;
        }
        String lower = leaf.text.toLowerCase(Locale.ROOT);
        return words.startsWith(Use.STOP, lower)
                .filter(stop -> leaf.kind == BlockKind.HEADING || lower.length() < stop.length() + 12)
                .isPresent();
    }

    private int prose(int first, int last) {
        int prose = 0;
        for (Leaf leaf : scan.leaves.subList(first, last + 1)) {
            prose += isProse(leaf) ? leaf.length() : 0;
        }
        return prose;
    }

    private static int lastOf(Leaf leaf, Box best) {
        Box box = leaf.box;
        while (box != best && box.firstLeaf == box.lastLeaf && box.parent != null) {
            box = box.parent;
        }
        return box.lastLeaf;
    }

    private boolean isKept(Leaf leaf) {
        if (leaf.linkShare() > 0.8 && !endsSentence(leaf.text)) {
            return false;
        }
        if (leaf.kind == BlockKind.CAPTION) {
            return false;
        }
        if (leaf.kind == BlockKind.HEADING && isTitle(leaf)) {
            return false;
        }
        return !startsLikeNoText(leaf);
    }

    private boolean isTitle(Leaf leaf) {
        return leaf.box.element.normalName().equals("h1") || key(leaf.text).equals(title);
    }

    private boolean startsLikeNoText(Leaf leaf) {
        if (leaf.length() > 300) {
            return false;
        }
        String lower = leaf.text.toLowerCase(Locale.ROOT);
        if (leaf.length() < 200 && words.startsWith(Use.LINE, lower).isPresent()) {
            return true;
        }
        for (String part : words.of(Use.PART)) {
            if (lower.contains(part)) {
                return true;
            }
        }
        return isDateLine(lower);
    }

    private boolean isDateLine(String lower) {
        if (lower.length() > 80 || lower.chars().noneMatch(Character::isDigit)) {
            return false;
        }
        String bare = lower.startsWith("|") ? lower.substring(1).strip() : lower;
        int end = 0;
        while (end < bare.length() && (Character.isLetter(bare.charAt(end)) || bare.charAt(end) == ' ')) {
            end++;
        }
        String label = bare.substring(0, end).strip();
        return words.has(Use.PUBLISHED, label) || words.has(Use.UPDATED, label);
    }

    /** Leaves out short labels before the first prose, and labels and headings after the last. */
    private static List<Leaf> trimmed(List<Leaf> leaves) {
        int start = 0;
        while (start < leaves.size() && !isText(leaves.get(start))) {
            start++;
        }
        int end = leaves.size();
        while (end > start
                && !isText(leaves.get(end - 1))
                && !leaves.get(end - 1).isRow()) {
            end--;
        }
        return leaves.subList(start, end);
    }

    private static boolean isText(Leaf leaf) {
        return isProse(leaf)
                || (leaf.length() >= SENTENCE_CHARACTERS && endsSentence(leaf.text) && leaf.linkShare() < 0.8);
    }

    static boolean endsSentence(String text) {
        int end = text.length() - 1;
        while (end > 0 && "\"'”’»)]“".indexOf(text.charAt(end)) >= 0) {
            end--;
        }
        return ".!?…:;。！？".indexOf(text.charAt(end)) >= 0;
    }

    static String key(String text) {
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                key.append(Character.toLowerCase(c));
            }
        }
        return key.toString();
    }
}
