package dev.tranche.item;

import dev.tranche.dating.Months;
import dev.tranche.dating.StatedDate;
import dev.tranche.fact.Fact;
import dev.tranche.fact.Stage;
import dev.tranche.figure.NumberWords;
import dev.tranche.lexicon.Cue;
import dev.tranche.lexicon.Entry;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.mention.MarkedText;
import dev.tranche.mention.ThingMention;
import dev.tranche.mention.Words;
import dev.tranche.text.Evidence;
import dev.tranche.text.Sentence;
import dev.tranche.text.Span;
import dev.tranche.text.TokenKind;
import dev.tranche.text.Tokens;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Reads the weapons and equipment requested, planned or supplied.
 *
 * <p>Equipment counts where its sentence is about giving, receiving, requesting or a package. General words ("weapons")
 * count only with a quantity, after "buy", after "package of" or after "other". "Ammunition for X" is X's ammunition.
 */
public final class ItemReader {

    private static final int MOST = 300;
    private static final int MOST_DIGITS = 12;
    private static final String GENERAL = "weapons-and-equipment";

    private static final Words ROUNDS = Words.of("rounds shells projectiles munitions");

    /** The reach before a weapon within which "for" may be: "for some 155 mm howitzers". */
    private static final int CALIBRE = 4;

    private static final Words OTHER = Words.of("other");
    private static final Words OF = Words.of("of");
    private static final Words FOR = Words.of("for");
    private static final Words AND = Words.of("and");
    private static final Words UNIT = Words.of("batteries battery systems system launchers launcher rounds missiles"
            + " vehicles tanks sets units squadrons squadron brigades shells pieces pairs tonnes tons boats");
    private static final Words EARLIER = Words.of("previous previously earlier");
    private static final Words ONE = Words.of("a an one another");
    private static final Words SINGLE = Words.of("battery system launcher tank vehicle helicopter howitzer radar ship"
            + " boat aircraft jet drone vessel unit squadron plane submarine frigate");
    private static final int MOST_LINES = 40;
    private static final int LONGEST_NAME = 5;
    private static final Words KNOWN = Words.of("known called named as");
    private static final Words TIMES = Words.of("x");

    private final MarkedText text;
    private final Tokens tokens;
    private final List<Fact> facts;
    private final List<Item> items = new ArrayList<>();

    private final Giving giving;

    private ItemReader(Lexicon lexicon, MarkedText text, List<Fact> facts) {
        this.giving = new Giving(lexicon, text);
        this.text = text;
        this.tokens = text.tokens();
        this.facts = facts;
    }

    /** Returns the items of a text in the order of their words. */
    public static List<Item> read(Lexicon lexicon, MarkedText text, List<Fact> facts) {
        ItemReader reader = new ItemReader(lexicon, text, facts);
        reader.run();
        return List.copyOf(reader.items);
    }

    private void run() {
        boolean hasBody = !text.document().body().isBlank();
        List<ThingMention> things = text.things();
        for (int i = 0; i < things.size() && items.size() < MOST; i++) {
            ThingMention thing = things.get(i);
            Sentence sentence = text.sentenceOf(thing.start());
            if (!(thing.entry() instanceof Entry.Equipment gear) || sentence.title() && hasBody) {
                continue;
            }
            int next = i + 1;
            ThingMention whole = thing;
            if (next < things.size()
                    && things.get(next).entry() instanceof Entry.Equipment more
                    && isOneName(thing, things.get(next))) {
                boolean named = things.get(next).start() > thing.end();
                gear = named ? more : gear;
                whole = new ThingMention(thing.start(), things.get(next).end(), gear);
                i = next;
            }
            if (!giving.isGiven(sentence, whole, gear)) {
                continue;
            }
            if (gear.category().equals("ammunition") && FOR.at(tokens, whole.end())) {
                i = ammunition(sentence, whole, gear, i);
                continue;
            }
            int rounds = roundsFor(sentence, whole.start());
            if (rounds >= 0) {
                add(sentence, gear.name() + " ammunition", "ammunition", "rounds", rounds, whole.end());
                continue;
            }
            if (mayCount(sentence, whole, gear)) {
                add(sentence, gear.name(), gear.category(), gear.unit(), whole.start(), whole.end());
            }
            other(sentence, whole.end());
        }
    }

    /** "36,000 rounds for 105 mm howitzers": the token of what is fired from the thing, or -1. */
    private int roundsFor(Sentence sentence, int start) {
        for (int token = start - 1; token > Math.max(sentence.start(), start - CALIBRE); token--) {
            if (FOR.at(tokens, token)) {
                return ROUNDS.at(tokens, token - 1) ? token - 1 : -1;
            }
            if (tokens.kind(token) != TokenKind.NUMBER && !tokens.isWord(token)) {
                return -1;
            }
        }
        return -1;
    }

    /** "Patriot surface-to-air missiles" and "missiles known as ATACMS" are each one name. */
    private boolean isOneName(ThingMention one, ThingMention other) {
        if (other.start() == one.end()) {
            return true;
        }
        boolean known = other.start() == one.end() + 2;
        return known && KNOWN.at(tokens, one.end()) && KNOWN.at(tokens, one.end() + 1);
    }

    private boolean mayCount(Sentence sentence, ThingMention thing, Entry.Equipment gear) {
        boolean vague = gear.id().equals(GENERAL) || gear.category().equals("other");
        if (!vague) {
            return true;
        }
        if (quantity(sentence, thing.start()).quantity().isPresent()) {
            return true;
        }
        for (int token = Math.max(sentence.start(), thing.start() - 4); token < thing.start(); token++) {
            if (Giving.BUY.at(tokens, token)) {
                return true;
            }
        }
        boolean bundle = OF.at(tokens, thing.start() - 1) && text.is(thing.start() - 2, Cue.PACKAGE);
        return bundle
                && text.sums().stream().noneMatch(sum -> sum.start() >= sentence.start() && sum.end() <= sentence.end())
                && !tokens.string(thing.start() - 2).equals("tranche");
    }

    /** "Boats, and other equipment". */
    private void other(Sentence sentence, int from) {
        int limit = Math.min(sentence.end() - 1, from + 3);
        for (int token = from; token < limit; token++) {
            boolean noun = OTHER.at(tokens, token)
                    && tokens.isWord(token + 1)
                    && (tokens.string(token + 1).equals("equipment")
                            || tokens.string(token + 1).equals("weapons"));
            if (noun) {
                add(sentence, tokens.string(token) + " " + tokens.string(token + 1), "other", "", token, token + 2);
            }
        }
    }

    /** Names the ammunition after each system that it is for; a system "provided by" somebody is already listed. */
    private int ammunition(Sentence sentence, ThingMention ammunition, Entry.Equipment gear, int index) {
        List<ThingMention> things = text.things();
        int at = ammunition.end() + 1;
        int found = index;
        boolean provided = false;
        for (int i = index + 1; i < things.size() && things.get(i).start() < sentence.end(); i++) {
            ThingMention target = things.get(i);
            if (!(target.entry() instanceof Entry.Equipment system)
                    || target.start() - at > 4
                    || tokens.isSign(target.start() - 1, ',')) {
                break;
            }
            for (int token = at; token < target.start(); token++) {
                provided |= Giving.PROVIDED.at(tokens, token);
            }
            add(sentence, system.name() + " ammunition", "ammunition", gear.unit(), ammunition.start(), target.end());
            if (provided) {
                items.add(new Item(
                        system.name(),
                        system.category(),
                        OptionalLong.empty(),
                        Optional.empty(),
                        ItemStage.SUPPLIED,
                        OptionalInt.empty(),
                        StatedDate.UNKNOWN,
                        evidence(target.start(), target.end())));
            }
            found = i;
            at = target.end();
            if (!AND.at(tokens, at)) {
                break;
            }
        }
        if (found == index) {
            boolean noun = at < sentence.end()
                    && tokens.isWord(at)
                    && !tokens.isCapital(at)
                    && (at + 1 == sentence.end() || !tokens.isWord(at + 1))
                    && !tokens.string(at).equals("the");
            String name = noun ? tokens.string(at) + " ammunition" : gear.name();
            add(sentence, name, gear.category(), gear.unit(), ammunition.start(), noun ? at + 1 : ammunition.end());
        }
        return found;
    }

    private void add(Sentence sentence, String name, String category, String unit, int start, int end) {
        Count count = quantity(sentence, start);
        boolean already = start > 1 && tokens.isSign(start - 1, '-') && Giving.PROVIDED.at(tokens, start - 2)
                || Giving.PROVIDED.at(tokens, start - 1) && tokens.isSign(Math.max(0, start - 2), '-');
        ItemStage stage = already ? ItemStage.SUPPLIED : stage(sentence, start, end);
        OptionalInt fact = already || stage == ItemStage.REQUESTED ? sameSentence(sentence) : fact(sentence);
        Optional<String> counted = count.unit().isPresent()
                ? count.unit()
                : count.quantity().isPresent() ? Optional.of(unit).filter(u -> !u.isEmpty()) : Optional.empty();
        if (isTold(name, count.quantity(), stage)) {
            return;
        }
        items.add(new Item(
                name,
                category,
                count.quantity(),
                counted,
                stage,
                fact,
                StatedDate.UNKNOWN,
                evidence(Math.min(start, count.start()), end)));
    }

    /** Was the thing already mentioned, without a number or with the same one? */
    private boolean isTold(String name, OptionalLong quantity, ItemStage stage) {
        return items.stream()
                .anyMatch(item -> item.name().equals(name)
                        && item.stage() == stage
                        && (quantity.isEmpty() || item.quantity().equals(quantity)));
    }

    private Evidence evidence(int start, int end) {
        return text.document().evidence(tokens.span(start, end - 1));
    }

    private ItemStage stage(Sentence sentence, int start, int end) {
        for (int token = start - 1; token >= sentence.start(); token--) {
            if (giving.isNamed(token)) {
                continue;
            }
            if (EARLIER.at(tokens, token)) {
                return ItemStage.SUPPLIED;
            }
            if (Giving.ASK.at(tokens, token) || text.is(token, Cue.REQUEST)) {
                return ItemStage.REQUESTED;
            }
            if (Giving.SUPPLY.at(tokens, token) || text.is(token, Cue.ANNOUNCE)) {
                break;
            }
        }
        if (isListedAsEarlier(sentence)) {
            return ItemStage.SUPPLIED;
        }
        if (giving.isHandedOver(sentence, start)) {
            return ItemStage.SUPPLIED;
        }
        boolean future = false;
        for (int token = sentence.start(); token < sentence.end(); token++) {
            future |= tokens.isWord(token) && tokens.string(token).equals("will");
            boolean arrived =
                    Giving.ARRIVED.at(tokens, token) && token > end - 1 || text.is(token, Cue.DELIVER) && token < start;
            if (arrived && !future) {
                return ItemStage.SUPPLIED;
            }
        }
        return ItemStage.PLANNED;
    }

    /** A line of a list under "previous assistance includes:". */
    private boolean isListedAsEarlier(Sentence sentence) {
        int index = text.sentenceIndex(sentence.start());
        int lines = 0;
        while (index > 0 && lines++ < MOST_LINES && tokens.kind(sentence(index).start()) == TokenKind.SIGN) {
            index--;
        }
        Sentence intro = sentence(index);
        if (lines == 0 || !tokens.isSign(intro.end() - 1, ':')) {
            return false;
        }
        for (int token = intro.start(); token < intro.end(); token++) {
            if (EARLIER.at(tokens, token)) {
                return true;
            }
        }
        return false;
    }

    private Sentence sentence(int index) {
        return text.sentences().get(index);
    }

    private OptionalInt sameSentence(Sentence sentence) {
        Span span = sentence.span(tokens);
        for (int i = 0; i < facts.size(); i++) {
            if (facts.get(i).evidence().span().overlaps(span) && facts.get(i) instanceof Fact.Aid) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    /** The fact of the same sentence, else the last one before it that is an undelivered package. */
    private OptionalInt fact(Sentence sentence) {
        OptionalInt here = sameSentence(sentence);
        if (here.isPresent()) {
            return here;
        }
        int start = sentence.span(tokens).start();
        OptionalInt before = OptionalInt.empty();
        for (int i = 0; i < facts.size(); i++) {
            boolean aid =
                    facts.get(i) instanceof Fact.Aid && facts.get(i).terms().stage() != Stage.BLOCKED;
            if (aid && facts.get(i).evidence().span().start() < start) {
                before = OptionalInt.of(i);
            }
        }
        return before;
    }

    private Count quantity(Sentence sentence, int start) {
        Optional<String> unit = Optional.empty();
        int at = start - 1;
        if (OF.at(tokens, at) && UNIT.at(tokens, at - 1)) {
            unit = Optional.of(tokens.string(at - 1));
            at -= 2;
        }
        if (ONE.at(tokens, at) && (SINGLE.at(tokens, start) || isSingle(sentence, start))) {
            return new Count(OptionalLong.of(1), unit, at);
        }
        OptionalLong times = times(sentence, start);
        if (times.isPresent()) {
            return new Count(times, unit, start);
        }
        if (TIMES.at(tokens, at) && tokens.isWord(at)) {
            at--;
        }
        int limit = Math.max(sentence.start(), at - 3);
        for (int token = at; token >= limit; token--) {
            NumberWords.Found number = NumberWords.at(tokens, token);
            boolean whole = number != null && isCount(number.value());
            boolean calibre =
                    token + 1 < tokens.size() && tokens.string(token + 1).startsWith("mm") || isMoney(token);
            if (number != null && whole && !calibre && Months.at(tokens, number.end()) == 0) {
                return new Count(OptionalLong.of(number.value().longValueExact()), unit, token);
            }
            boolean passed =
                    tokens.isWord(token) && !AND.at(tokens, token) && !FOR.at(tokens, token) && !OF.at(tokens, token)
                            || tokens.isSign(token, '-');
            if (!passed || tokens.kind(token) == TokenKind.QUOTE) {
                break;
            }
        }
        return new Count(OptionalLong.empty(), unit, start);
    }

    /** "M-113 x 3": the number of pieces after the name. */
    private OptionalLong times(Sentence sentence, int start) {
        for (ThingMention thing : text.thingsFrom(start, start + 1)) {
            int x = thing.end();
            NumberWords.Found number =
                    TIMES.at(tokens, x) && x + 1 < sentence.end() ? NumberWords.at(tokens, x + 1) : null;
            if (number != null && isCount(number.value())) {
                return OptionalLong.of(number.value().longValueExact());
            }
        }
        return OptionalLong.empty();
    }

    /** Is it a whole number of things, of fewer than twelve digits? */
    private static boolean isCount(BigDecimal number) {
        return number.scale() <= 0 && number.signum() > 0 && number.precision() - number.scale() < MOST_DIGITS;
    }

    /** "A Patriot battery": one of something that is counted. */
    private boolean isSingle(Sentence sentence, int start) {
        int limit = Math.min(sentence.end(), start + LONGEST_NAME);
        for (int token = start; token < limit && !tokens.isSign(token, ',') && !OF.at(tokens, token); token++) {
            if (SINGLE.at(tokens, token)) {
                return true;
            }
        }
        return false;
    }

    private boolean isMoney(int token) {
        return text.sums().stream().anyMatch(sum -> sum.start() <= token && token < sum.end());
    }

    private record Count(OptionalLong quantity, Optional<String> unit, int start) {}
}
