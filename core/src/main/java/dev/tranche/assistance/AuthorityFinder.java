package dev.tranche.assistance;

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
import java.util.Optional;
import java.util.OptionalInt;

/** Finds the authority under which a sum is given, and its number in the series of that authority. */
final class AuthorityFinder {

    private static final int REACH = 40;

    /** "To draw down a $1.5bn loan": a borrower takes what was lent. */
    private static final Words DRAW = Words.of("draw draws drawing drew");

    private static final String SALE = "FMS";

    private final Lexicon lexicon;
    private final MarkedText text;
    private final Tokens tokens;

    AuthorityFinder(Lexicon lexicon, MarkedText text) {
        this.lexicon = lexicon;
        this.text = text;
        this.tokens = text.tokens();
    }

    /** Returns the authority named in the sum's own part of its sentence, the nearest first. */
    Optional<Entry.Authority> find(Site site) {
        return nearest(site).map(thing -> (Entry.Authority) thing.entry());
    }

    /** Returns the words of that authority. */
    Optional<Span> words(Site site) {
        return nearest(site).map(thing -> tokens.span(thing.start(), thing.end() - 1));
    }

    /** Returns the code of the named authority, of sales, or of a donor that lends under one authority only. */
    Optional<String> code(Optional<Entry.Authority> named, Roles roles, boolean sale) {
        if (named.isPresent()) {
            return named.map(Entry.Authority::code);
        }
        if (sale) {
            return Optional.of(SALE);
        }
        return roles.donorCodes().size() == 1
                ? Optional.of(roles.donorCodes().get(0)).filter(lexicon::hasSoleAuthority)
                : Optional.empty();
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
            boolean borrowed = DRAW.at(tokens, thing.start()) && site.sentenceHas(text, Cue.LOAN);
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
