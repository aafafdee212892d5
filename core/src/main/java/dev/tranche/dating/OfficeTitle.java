package dev.tranche.dating;

import dev.tranche.lexicon.ActorForm;
import dev.tranche.lexicon.Entry;
import dev.tranche.mention.ActorMention;
import dev.tranche.mention.MarkedText;
import dev.tranche.mention.Words;
import dev.tranche.text.Tokenizer;
import dev.tranche.text.Tokens;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Decides whether the words of a title fit an office: "Chief Cabinet Secretary" is not a prime minister's title. */
final class OfficeTitle {

    static final Words TITLE = Words.of(
            "president minister secretary chancellor premier pm prime commissioner general chief director spokesman"
                + " spokeswoman spokesperson adviser advisor ambassador king head prezydent prezydenta prezydentem"
                + " prezydentowi premiera premierem kanclerz kanclerza kanclerzem ministra ministrem sekretarz"
                + " sekretarza szef szefa szefem rzecznik rzecznika rzeczniczka doradca doradcy ambasador taoiseach");

    /** What a ministry or office is about: a title with such a word fits only an office with the same word. */
    static final Words SUBJECT = Words.of(
            "foreign defence defense finance interior justice education health cabinet deputy vice economy energy"
                + " trade agriculture culture home infrastructure environment transport labour labor digital migration"
                + " sports information communications press state treasury commerce veterans business development"
                + " interior work pensions local housing first national");

    /** Words with the same meaning; a title with one word of a row fits an office with another. */
    private static final List<Words> SAME = List.of(
            Words.of("prime premier pm premiera premierem head"),
            Words.of("president prezydent prezydenta prezydentem prezydentowi"),
            Words.of("chancellor kanclerz kanclerza kanclerzem"),
            Words.of("minister ministra ministrem secretary"),
            Words.of("secretary sekretarz sekretarza"),
            Words.of("spokesman spokeswoman spokesperson rzecznik rzecznika rzeczniczka press"),
            Words.of("adviser advisor doradca doradcy"),
            Words.of("ambassador ambasador representative"),
            Words.of("chief head director szef szefa szefem commander chairman commissioner"),
            Words.of("defence defense"),
            Words.of("foreign state"));

    /** Kinds of office whose titles name them; other titles are shared by several offices. */
    private static final Set<String> EXACT = Set.of("head_of_state", "head_of_government", "foreign", "defence");

    private static final Set<String> HEADS = Set.of("head_of_state", "head_of_government");
    private static final Words MINISTER = Words.of("minister ministra ministrem");
    private static final Words MINISTER_OR_SECRETARY = Words.of("minister ministra ministrem secretary");
    private static final Words PRIME = Words.of("prime premier pm premiera premierem");
    private static final Words SECOND = Words.of("deputy vice acting");
    private static final Words BELOW = Words.of("deputy vice");
    private static final Words RANK = Words.of("minister secretary president chancellor king premier prime");
    private static final int REACH = 3;

    /** The words of offices, for all offices of the lexicon. */
    private static final ConcurrentMap<String, Tokens> OFFICES = new ConcurrentHashMap<>();

    private OfficeTitle() {}

    /** Is it an office whose title names it? */
    static boolean isExact(Entry.Holder term) {
        return EXACT.contains(term.kind());
    }

    /** Is it the office of a head of state or government? */
    static boolean isHead(Entry.Holder term) {
        return HEADS.contains(term.kind());
    }

    /** Is it a title that several offices share, without saying which: "Minister Hayes"? */
    static boolean isShared(Tokens tokens, Entry.Holder term, int titleAt, int end) {
        return has(MINISTER_OR_SECRETARY, tokens, titleAt, end)
                && !isHead(term)
                && !has(SUBJECT, tokens, Math.max(0, titleAt - REACH), end);
    }

    /**
     * Do the words from a title's token to its end name the office of a term?
     *
     * @param surname whether the holder is named by the surname alone, so that the title must be unambiguous
     */
    static boolean fits(MarkedText text, Entry.Holder term, int titleAt, int end, boolean surname) {
        Tokens tokens = text.tokens();
        Tokens office = OFFICES.computeIfAbsent(term.office(), Tokenizer::split);
        int first = Math.max(text.sentenceOf(titleAt).start(), titleAt - REACH);
        boolean named = false;
        for (int token = first; token < end; token++) {
            ActorMention actor = text.actorAt(token);
            boolean state = actor != null
                    && actor.form() != ActorForm.PERSON
                    && actor.kind().equals("state");
            if (actor != null && state && actor.code().length() == 2 && isOf(token, titleAt, end)) {
                boolean same =
                        actor.code().equals(term.country()) || term.country().length() != 2;
                if (!same) {
                    return false;
                }
            }
            if (SUBJECT.at(tokens, token) && actor == null && !contains(office, tokens, token)) {
                return false;
            }
            named |= token >= titleAt && TITLE.at(tokens, token) && contains(office, tokens, token);
        }
        boolean prime = has(PRIME, tokens, titleAt, end);
        boolean minister = has(MINISTER, tokens, titleAt, end) && !prime;
        boolean primeOffice = has(PRIME, office, 0, office.size());
        boolean second = has(SECOND, office, 0, office.size()) && !has(SECOND, tokens, first, end);
        boolean below = has(BELOW, office, 0, office.size()) && !has(BELOW, tokens, first, end);
        if (prime != primeOffice && (prime || primeOffice && minister) || surname && second || below) {
            return false;
        }
        boolean loose = !isExact(term) && !second && !has(RANK, tokens, titleAt, end);
        return surname ? named && isExact(term) : named || loose;
    }

    private static boolean isOf(int token, int titleAt, int end) {
        return token >= titleAt - 2 && token < end;
    }

    private static boolean contains(Tokens office, Tokens tokens, int token) {
        for (int i = 0; i < office.size(); i++) {
            if (office.hash(i) == tokens.hash(token)) {
                return true;
            }
        }
        for (Words same : SAME) {
            if (same.at(tokens, token) && has(same, office, 0, office.size())) {
                return true;
            }
        }
        return false;
    }

    private static boolean has(Words words, Tokens tokens, int start, int end) {
        for (int token = start; token < end; token++) {
            if (words.at(tokens, token)) {
                return true;
            }
        }
        return false;
    }
}
