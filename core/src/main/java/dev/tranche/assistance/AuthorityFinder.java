package dev.tranche.assistance;

import dev.tranche.fact.AidType;
import dev.tranche.fact.Basis;
import dev.tranche.lexicon.Cue;
import dev.tranche.lexicon.Entry;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.mention.MarkedText;
import dev.tranche.mention.OrdinalWords;
import dev.tranche.mention.SumMention;
import dev.tranche.mention.ThingMention;
import dev.tranche.mention.Words;
import dev.tranche.text.Span;
import dev.tranche.text.TokenKind;
import dev.tranche.text.Tokens;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Finds the authority under which a sum is given, and its number in the series of that authority. */
final class AuthorityFinder {

    private static final int REACH = 40;

    /** "To draw down a $1.5bn loan": a borrower takes what was lent. */
    private static final Words DRAW = Words.of("draw draws drawing drew drawdown drawdowns");

    private static final String SALE = "FMS";

    private final Lexicon lexicon;
    private final MarkedText text;
    private final Tokens tokens;

    /** The codes of all parties that the report names. */
    private final Set<String> named = new HashSet<>();

    AuthorityFinder(Lexicon lexicon, MarkedText text) {
        this.lexicon = lexicon;
        this.text = text;
        this.tokens = text.tokens();
        text.actors().forEach(actor -> named.add(actor.code()));
    }

    /** Returns the authority named in the sum's own part of its sentence, the nearest first. */
    Optional<Entry.Authority> find(Site site) {
        return nearest(site).map(thing -> (Entry.Authority) thing.entry());
    }

    /**
     * An authority of a fact.
     *
     * @param code its code
     * @param words the words that it rests on, if any
     */
    record Told(String code, Optional<Span> words) {}

    /** Returns the authority named beside the sum, that of sales, or that of a donor or title with only one. */
    Optional<Told> tell(Site site, Optional<Entry.Authority> named, Roles roles, AidType type, boolean sale) {
        if (named.isPresent()) {
            return named.map(
                    authority -> new Told(authority.code(), nearest(site).map(this::words)));
        }
        if (sale) {
            return Optional.of(new Told(SALE, Optional.empty()));
        }
        if (roles.donors().size() != 1) {
            return Optional.empty();
        }
        Party donor = roles.donors().get(0);
        if (!lexicon.hasSoleAuthority(donor.code())) {
            return ofTitle(donor.code(), type);
        }
        Optional<Span> name = donor.basis() == Basis.DEFAULT
                ? Optional.empty()
                : Optional.of(tokens.span(donor.start(), donor.end() - 1));
        return Optional.of(new Told(donor.code(), name));
    }

    /** "Council adopts assistance measures under the European Peace Facility": the sums below are of that facility. */
    private Optional<Told> ofTitle(String donor, AidType type) {
        var title = text.sentences().get(0);
        if (!title.title()) {
            return Optional.empty();
        }
        Map<String, ThingMention> named = new LinkedHashMap<>();
        for (ThingMention thing : text.thingsFrom(title.start(), title.end())) {
            if (thing.entry() instanceof Entry.Authority authority
                    && authority.giver().equals(donor)
                    && authority.type().equals(type.name().toLowerCase(Locale.ROOT))) {
                named.putIfAbsent(authority.code(), thing);
            }
        }
        return named.size() == 1
                ? named.entrySet().stream()
                        .map(only -> new Told(only.getKey(), Optional.of(words(only.getValue()))))
                        .findFirst()
                : Optional.empty();
    }

    private Span words(ThingMention thing) {
        return tokens.span(thing.start(), thing.end() - 1);
    }

    private Optional<ThingMention> nearest(Site site) {
        int from = boundary(site.sum().start(), site.sentence().start(), -1);
        boolean behindOther = from > site.sentence().start()
                && isOtherSum(from - 1, site.sum().start());
        from = behindOther ? site.start() : from;
        int to = boundary(site.sum().end() - 1, site.sentence().end() - 1, 1);
        ThingMention best = null;
        int nearest = REACH;
        for (ThingMention thing : text.thingsFrom(from, to + 1)) {
            boolean borrowed = thing.entry() instanceof Entry.Authority
                    && DRAW.at(tokens, thing.start())
                    && (site.sentenceHas(text, Cue.LOAN) || isOfLender(thing));
            if (!(thing.entry() instanceof Entry.Authority)
                    || borrowed
                    || thing.start() < from
                    || thing.end() > to + 1) {
                continue;
            }
            int distance = thing.start() >= site.sum().end()
                    ? thing.start() - site.sum().end()
                    : site.sum().outerStart() - thing.end();
            if (distance < nearest) {
                nearest = distance;
                best = thing;
            }
        }
        return Optional.ofNullable(best);
    }

    /** "A draw-down option" in a report on a lender that never names the authority's owner. */
    private boolean isOfLender(ThingMention thing) {
        String owner = ((Entry.Authority) thing.entry()).giver();
        return !named.contains(owner) && named.stream().anyMatch(lexicon::lends);
    }

    /** Returns the end of the sum's own part: the next sum or semicolon, and no further clause. */
    private int boundary(int from, int limit, int step) {
        int token = from;
        while (token != limit) {
            int next = token + step;
            if (tokens.isSign(next, ';') || isOtherSum(next, from)) {
                return token;
            }
            token = next;
        }
        return token;
    }

    private boolean isOtherSum(int token, int own) {
        SumMention sum = text.sumAt(token);
        return sum != null && !sum.equals(text.sumAt(own));
    }

    /** Returns n of "the n-th drawdown", "26th package" in the sum's sentence, where it is stated. */
    OptionalInt ordinal(Site site) {
        int token = ordinalToken(site);
        return token < 0 ? OptionalInt.empty() : numeral(token);
    }

    /** Returns the words of that number. */
    Optional<Span> ordinalWords(Site site) {
        int token = ordinalToken(site);
        return token < 0 ? Optional.empty() : Optional.of(tokens.span(token, afterNumeral(token) - 1));
    }

    private int ordinalToken(Site site) {
        for (int token = site.sentence().start(); token < site.sentence().end() - 1; token++) {
            if (numeral(token).isPresent()
                    && isCounted(afterNumeral(token), site.sentence().end())) {
                return token;
            }
        }
        return -1;
    }

    private int afterNumeral(int token) {
        return tokens.kind(token) == TokenKind.NUMBER ? token + 2 : token + 1;
    }

    private boolean isCounted(int from, int end) {
        for (int token = from; token < Math.min(end, from + 4); token++) {
            if (text.is(token, Cue.PACKAGE)) {
                return true;
            }
            if (!tokens.isWord(token) || text.is(token, Cue.TOWARD)) {
                return false;
            }
        }
        return false;
    }

    private OptionalInt numeral(int token) {
        if (tokens.kind(token) == TokenKind.NUMBER
                && token + 1 < tokens.size()
                && tokens.start(token + 1) == tokens.end(token)) {
            String suffix = tokens.string(token + 1);
            boolean ordinal = suffix.equals("th") || suffix.equals("st") || suffix.equals("nd") || suffix.equals("rd");
            String digits = tokens.string(token);
            boolean small = digits.length() <= 3 && digits.chars().allMatch(Character::isDigit);
            return ordinal && small && !digits.equals("0")
                    ? OptionalInt.of(Integer.parseInt(digits))
                    : OptionalInt.empty();
        }
        int word = OrdinalWords.at(tokens, token);
        return word > 0 ? OptionalInt.of(word) : OptionalInt.empty();
    }
}
