package dev.tranche.mention;

import dev.tranche.lexicon.Entry;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.lexicon.Match;
import dev.tranche.text.Folding;
import dev.tranche.text.TokenKind;
import dev.tranche.text.Tokens;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides from the words around it whether a surname alone means an office-holder of the lexicon.
 *
 * <p>It does when it is not part of a longer name and office, country and time fit: a title before it is one of
 * the holder's, the report names the holder's state, and a state beside it is the holder's. Heads of state
 * and government need no named state when their surname is neither a first name nor an everyday word.
 */
final class SurnameContext {

    private static final int WINDOW = 14;
    private static final int LONG_WORD = 3;
    private static final int ALIKE = 4;
    private static final int SHORTEST_ALONE = 4;
    private static final int SHORTEST_CAPITALS = 5;
    private static final Set<String> LEADS = Set.of("head_of_state", "head_of_government");
    private static final Set<String> ALONE = Set.of(
            "head_of_state",
            "head_of_government",
            "foreign",
            "defence",
            "finance",
            "official",
            "spokesperson",
            "adviser",
            "military");

    private final Lexicon lexicon;
    private final Tokens tokens;
    private final NameWords words;
    private final Set<String> countries = new HashSet<>();
    private final Entry.@Nullable Actor[] actorAt;

    SurnameContext(Lexicon lexicon, Tokens tokens, List<Match> matches) {
        this.lexicon = lexicon;
        this.tokens = tokens;
        this.words = NameWords.of(lexicon);
        this.actorAt = new Entry.Actor[tokens.size()];
        for (Match match : matches) {
            for (Entry entry : match.entries()) {
                if (entry instanceof Entry.Actor actor) {
                    countries.add(actor.code());
                    for (int token = match.start(); token < match.end(); token++) {
                        actorAt[token] = actorAt[token] == null ? actor : actorAt[token];
                    }
                }
            }
        }
    }

    /** Returns the token after any suffix of the name that ends before the token: "Jr." and the like. */
    int nameEnd(int end) {
        return words.suffixEnd(tokens, end);
    }

    /** Is the full name only part of somebody else's: "Juri Ron Mark"? */
    boolean isInsideLonger(Match match) {
        int before = match.start() - 1;
        return isBeside(before, match.start())
                && words.isGiven(tokens, before)
                && tokens.isCapital(before)
                && !tokens.isUpper(before)
                && actorAt[before] == null
                && words.titleStart(tokens, match.start()) < 0
                && !isOpening(before);
    }

    /** Is the surname part of another name: of a person with a different first name, a street, a firm? */
    boolean isPartOfAnother(Match match, List<Entry.Holder> holders) {
        int start = match.start();
        int end = match.end();
        if (isShouted(start)) {
            return true;
        }
        if (tokens.isSign(start - 1, '-') && isJoined(start - 1) && isBeside(start - 1, start)
                || tokens.isSign(start - 1, '\'') && isJoined(start - 1)) {
            return true;
        }
        if (isWronglyInitialled(start, holders) || isBehindOther(start, holders)) {
            return true;
        }
        boolean thing = isBeside(end - 1, end) && words.is("thing", tokens, end);
        return thing || isBeforeOther(end);
    }

    private boolean isShouted(int start) {
        return tokens.isUpper(start) && tokens.end(start) - tokens.start(start) < SHORTEST_CAPITALS;
    }

    private boolean isJoined(int sign) {
        return sign > 0
                && tokens.isWord(sign - 1)
                && tokens.isCapital(sign - 1)
                && tokens.end(sign - 1) == tokens.start(sign);
    }

    /** "Jonathan P. Blair": an initial other than that of the holder's first name. */
    private boolean isWronglyInitialled(int start, List<Entry.Holder> holders) {
        int stop = start - 1;
        boolean initial = tokens.isSign(stop, '.')
                && tokens.isWord(stop - 1)
                && tokens.end(stop - 1) - tokens.start(stop - 1) == 1
                && tokens.isCapital(stop - 1);
        if (!initial) {
            return false;
        }
        int first = stop - 2;
        boolean named = tokens.isWord(first) && tokens.isCapital(first) && !words.isTitle(tokens, first);
        return named
                ? holders.stream().noneMatch(holder -> isFirst(holder, first))
                : holders.stream()
                        .noneMatch(holder -> Folding.fold(holder.name().charAt(0))
                                == Folding.fold(tokens.text().charAt(tokens.start(stop - 1))));
    }

    private boolean isBehindOther(int start, List<Entry.Holder> holders) {
        int before = start - 1;
        boolean name = isBeside(before, start)
                && tokens.isWord(before)
                && tokens.isCapital(before)
                && actorAt[before] == null
                && words.titleStart(tokens, start) < 0
                && !words.is("opener", tokens, before)
                && !words.is("former", tokens, before);
        if (!name || holders.stream().anyMatch(holder -> isFirst(holder, before))) {
            return false;
        }
        if (words.isGiven(tokens, before)) {
            return true;
        }
        return !isOpening(before) && isSentenceCase(start) && !tokens.isUpper(before);
    }

    private boolean isFirst(Entry.Holder holder, int token) {
        String[] parts = holder.name().split(" ");
        for (String part : parts) {
            if (Folding.hash(part) == tokens.hash(token)) {
                return true;
            }
        }
        return startsAlike(parts[0], tokens.string(token));
    }

    /**
     * Returns where the name starts when the holder's first name precedes the surname, an initial or two
     * skipped: "Antony J. Blinken"; also where surname and first name are reversed. Without one, the match's own start.
     */
    int fullStart(Match match, Entry.Holder holder) {
        int before = match.start() - 1;
        while (before >= 2
                && tokens.isSign(before, '.')
                && tokens.isWord(before - 1)
                && tokens.end(before - 1) - tokens.start(before - 1) == 1) {
            before -= 2;
        }
        boolean named = before >= 0
                && tokens.isWord(before)
                && tokens.isCapital(before)
                && isBeside(before, before + 1)
                && actorAt[before] == null
                && isFirst(holder, before)
                && Folding.hash(tokens.string(match.start())) != tokens.hash(before);
        return named ? before : match.start();
    }

    /** "Oleksander" and "Oleksandr": spellings of one first name begin alike. */
    private static boolean startsAlike(String one, String other) {
        if (one.length() < ALIKE || other.length() < ALIKE) {
            return false;
        }
        for (int i = 0; i < ALIKE; i++) {
            if (Folding.fold(one.charAt(i)) != Folding.fold(other.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** "Reed Sorenson", "Gabriel Boric": in a sentence written in lower case the next capital continues the name. */
    private boolean isBeforeOther(int end) {
        boolean name = end < tokens.size()
                && isBeside(end - 1, end)
                && tokens.isWord(end)
                && tokens.isCapital(end)
                && actorAt[end] == null
                && words.suffixEnd(tokens, end) == end
                && !words.isTitle(tokens, end)
                && !words.is("opener", tokens, end)
                && tokens.end(end) - tokens.start(end) > 1;
        return name && isSentenceCase(end - 1);
    }

    /**
     * Does the surname of somebody never named in full in the report mean this holder?
     *
     * @param serving was the holder in office when the report was published, as far as known?
     */
    boolean fits(Match match, Entry.Holder holder, boolean serving) {
        int title = titleBefore(match.start());
        NameWords.TitleWord word = title < 0 ? null : titleOf(title, match.start());
        if (!isOfCountry(match, title < 0 ? match.start() : title, holder.country())) {
            return false;
        }
        boolean former = words.is("former", tokens, (title < 0 ? match.start() : title) - 1);
        boolean coming = words.is("coming", tokens, (title < 0 ? match.start() : title) - 1);
        if (coming
                || former && serving && LEADS.contains(holder.kind())
                || !former && !serving && word != null && !word.kind().equals("honorific")) {
            return false;
        }
        boolean plain = word == null || word.kind().equals("honorific");
        if (word != null && !plain && !isOffice(word, holder)) {
            return false;
        }
        if (words.is("bearer", tokens, match.start() - 1) && title < 0) {
            return false;
        }
        boolean told = countries.contains(holder.country());
        if (word != null && !plain) {
            boolean known = isDistinct(match) && ALONE.contains(holder.kind());
            return told
                    || known
                    || LEADS.contains(holder.kind())
                    || word.country().equals(holder.country());
        }
        boolean own = isDistinct(match);
        if (LEADS.contains(holder.kind())) {
            boolean brief = serving && !isCommon(match) && !words.isGiven(tokens, match.start());
            return own && (serving || told) || brief || told && serving && !isCommon(match);
        }
        return own && serving && ALONE.contains(holder.kind()) && (told || namesOffice(holder));
    }

    /** "Vice President Harris": is the title directly before the surname that of the holder's own kind of office? */
    boolean bearsTitle(Match match, Entry.Holder holder) {
        int title = titleBefore(match.start());
        NameWords.TitleWord word = title < 0 ? null : titleOf(title, match.start());
        return word != null
                && word.kind().equals("office")
                && word.key().equals(holder.kind())
                && isOfCountry(match, title, holder.country());
    }

    /** "Blinken offers aid … the secretary of state pledged": does the report name the holder's office elsewhere? */
    private boolean namesOffice(Entry.Holder holder) {
        for (int token = 0; token < tokens.size(); token++) {
            NameWords.TitleWord title = tokens.isWord(token) ? words.titleFrom(tokens, token) : null;
            if (title != null
                    && title.key().equals(holder.kind())
                    && title.country().equals(holder.country())) {
                return true;
            }
        }
        return false;
    }

    /** The start of a title whose words end before the surname; -1 if none. */
    private int titleBefore(int start) {
        int title = words.titleStart(tokens, start);
        return title >= 0 && isBeside(start - 1, start) || title >= 0 && tokens.isSign(start - 1, '.') ? title : -1;
    }

    private NameWords.@Nullable TitleWord titleOf(int start, int end) {
        return words.titleAt(tokens, start, end);
    }

    /** May the holder be called by this title? */
    private static boolean isOffice(NameWords.TitleWord title, Entry.Holder holder) {
        String kind = holder.kind();
        return switch (title.key()) {
            case "minister" -> !kind.equals("head_of_state") && !kind.equals("legislator") && !kind.equals("military");
            case "secretary" -> !LEADS.contains(kind) && !kind.equals("legislator") && !kind.equals("military");
            case "secretary_general", "official", "official_person" ->
                !kind.equals("legislator") || title.kind().equals("office");
            case "head_of_state", "head_of_government" -> LEADS.contains(kind) || kind.equals("official");
            case "deputy" -> kind.equals("deputy") || kind.equals("foreign") || kind.equals("defence");
            case "expert", "witness" -> false;
            default -> title.key().equals(kind);
        };
    }

    /** A state directly before the title, or after "of", is the holder's own. */
    private boolean isOfCountry(Match match, int start, String country) {
        int before = start - 1;
        while (before >= 0 && (words.is("former", tokens, before) || tokens.kind(before) == TokenKind.GENITIVE)) {
            before--;
        }
        Entry.Actor front = before >= 0 ? actorAt[before] : null;
        Entry.Actor behind =
                tokens.isWord(match.end()) && tokens.string(match.end()).equals("of") && match.end() + 1 < tokens.size()
                        ? actorAt[match.end() + 1]
                        : null;
        return isOwn(front, country) && isOwn(behind, country);
    }

    private static boolean isOwn(Entry.@Nullable Actor actor, String country) {
        return actor == null || !actor.kind().equals("state") || actor.code().equals(country);
    }

    private boolean isDistinct(Match match) {
        int token = match.start();
        boolean several = match.end() > token + 1;
        return several
                || !isCommon(match)
                        && !words.isGiven(tokens, token)
                        && tokens.end(token) - tokens.start(token) >= SHORTEST_ALONE;
    }

    private boolean isCommon(Match match) {
        return match.end() == match.start() + 1 && lexicon.isCommonWord(tokens.hash(match.start()));
    }

    /** Does the token open a sentence, line or quotation, so that its capital means nothing? */
    private boolean isOpening(int token) {
        if (token == 0) {
            return true;
        }
        int before = token - 1;
        if (!tokens.isWord(before)) {
            return tokens.kind(before) == TokenKind.QUOTE
                    || tokens.isSign(before, '.')
                    || tokens.isSign(before, ':')
                    || tokens.isSign(before, '!')
                    || tokens.isSign(before, '?');
        }
        return tokens.text().substring(tokens.end(before), tokens.start(token)).indexOf('\n') >= 0;
    }

    /** Are the two on one line with only a blank between them? */
    private boolean isBeside(int one, int next) {
        return one >= 0
                && next < tokens.size()
                && tokens.start(next) - tokens.end(one) <= 1
                && (tokens.start(next) == tokens.end(one) || tokens.text().charAt(tokens.end(one)) != '\n');
    }

    /** Are most longer words around the token in lower case? In headlines capitals mean nothing. */
    private boolean isSentenceCase(int token) {
        int small = 0;
        int capital = 0;
        for (int at = token - 1; at >= Math.max(0, token - WINDOW) && !isBreak(at); at--) {
            small += isLong(at) && !tokens.isCapital(at) ? 1 : 0;
            capital += isLong(at) && tokens.isCapital(at) ? 1 : 0;
        }
        for (int at = token + 1; at < Math.min(tokens.size(), token + WINDOW) && !isBreak(at); at++) {
            small += isLong(at) && !tokens.isCapital(at) ? 1 : 0;
            capital += isLong(at) && tokens.isCapital(at) ? 1 : 0;
        }
        return small >= capital;
    }

    private boolean isBreak(int token) {
        boolean stop = tokens.isSign(token, '.') && tokens.isWord(token - 1) && isLong(token - 1);
        return stop
                || token > 0
                        && tokens.text()
                                .substring(tokens.end(token - 1), tokens.start(token))
                                .contains("\n\n");
    }

    private boolean isLong(int token) {
        return tokens.isWord(token) && tokens.end(token) - tokens.start(token) > LONG_WORD;
    }
}
