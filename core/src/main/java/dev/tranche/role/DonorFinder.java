package dev.tranche.role;

import dev.tranche.clause.Grammar;
import dev.tranche.clause.SumPhrase;
import dev.tranche.clause.Verb;
import dev.tranche.clause.VerbChain;
import dev.tranche.lexicon.ActorForm;
import dev.tranche.lexicon.Cue;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.mention.ActorMention;
import dev.tranche.mention.MarkedText;
import dev.tranche.mention.Words;
import dev.tranche.text.TokenKind;
import dev.tranche.text.Tokens;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds who a sum's own clause says gives it. */
public final class DonorFinder {

    private static final int REACH = 12;
    private static final Words NO_SUBJECT = Words.of("to for of with in from against at on near by via into under");
    private static final Words SUPPLEMENTAL = Words.of("supplemental supplementals");
    private static final Words DECISION = Words.of("decision decisions move plan intention pledge vote offer");
    private static final Words ARTICLE = Words.of("the");
    private static final Words US_HOUSE = Words.of("republicans democrats gop");
    private static final Words ALLIED = Words.of("donors allies partners coalition nations countries backers");
    private static final Words GOVERNMENT = Words.of("administration government cabinet ministry we chancellor");
    private static final Words WESTERN = Words.of("western west");
    private static final Map<String, String> HOME = Map.ofEntries(
            Map.entry("GBP", "GB"),
            Map.entry("CAD", "CA"),
            Map.entry("AUD", "AU"),
            Map.entry("SEK", "SE"),
            Map.entry("NOK", "NO"),
            Map.entry("DKK", "DK"),
            Map.entry("PLN", "PL"),
            Map.entry("CZK", "CZ"),
            Map.entry("JPY", "JP"),
            Map.entry("CHF", "CH"),
            Map.entry("NZD", "NZ"),
            Map.entry("KRW", "KR"));

    private final Lexicon lexicon;
    private final MarkedText text;
    private final Tokens tokens;

    /** Builds a finder over one marked text. */
    public DonorFinder(Lexicon lexicon, MarkedText text) {
        this.lexicon = lexicon;
        this.text = text;
        this.tokens = text.tokens();
    }

    /** What a clause says of its giver; a private giver has no code. */
    public record Found(Set<String> codes, boolean privateGiver) {}

    /** Returns the givers that the clause names; none when it names none. */
    public Found find(SumPhrase phrase, VerbChain chain, Set<String> recipients) {
        ActorMention gapped = gapped(phrase, recipients);
        if (gapped != null) {
            return new Found(Set.of(gapped.code()), false);
        }
        Set<String> codes = new LinkedHashSet<>(inside(phrase, recipients));
        if (!codes.isEmpty()) {
            return new Found(codes, false);
        }
        if (isFromMany(phrase)) {
            return new Found(Set.of("ALLIES"), false);
        }
        ActorMention after = afterFrom(phrase);
        if (after != null && !recipients.contains(after.code())) {
            return after.isPrivate() ? new Found(codes, isGiver(after)) : new Found(Set.of(after.code()), false);
        }
        if (chain.hasLeft(text, Cue.REQUEST) && !chain.hasLeft(text, Cue.GIVE)) {
            codes.addAll(asked(phrase, chain, recipients));
            if (!codes.isEmpty()) {
                return new Found(codes, false);
            }
        }
        ActorMention subject = subject(phrase, chain, recipients);
        if (subject == null) {
            return new Found(codes, hasUnknownSubject(chain));
        }
        if (subject.isPrivate()) {
            return new Found(codes, isGiver(subject));
        }
        boolean blocker = chain.hasLeft(text, Cue.BLOCK) && !lexicon.usuallyGives(subject.code());
        return new Found(blocker ? codes : withCoordinated(subject, recipients), false);
    }

    /** Is the subject of a giving verb a name that the lexicon lacks: a private person or firm? */
    private boolean hasUnknownSubject(VerbChain chain) {
        if (chain.left().isEmpty()) {
            return false;
        }
        int verb = chain.left().get(chain.left().size() - 1).token();
        int before = verb - 1;
        boolean plainVerb = !tokens.isCapital(verb) && (text.is(verb, Cue.GIVE) || text.is(verb, Cue.PRIVATE));
        if (!plainVerb || before < 1) {
            return false;
        }
        boolean name = isUnknownName(before) && isUnknownName(before - 1);
        return name && text.actorAt(before) == null;
    }

    private boolean isUnknownName(int token) {
        return tokens.isWord(token)
                && tokens.isCapital(token)
                && !tokens.isUpper(token)
                && text.actorAt(token) == null
                && !text.is(token, Cue.LEGISLATURE)
                && !text.is(token, Cue.AID);
    }

    /** Is the subject a government without a name: "the administration is requesting"? */
    public boolean hasNamelessSubject(SumPhrase phrase, VerbChain chain) {
        if (chain.left().isEmpty()) {
            return false;
        }
        int verb = chain.left().get(chain.left().size() - 1).token();
        for (int token = verb - 1; token >= Math.max(phrase.sentence().start(), verb - 4); token--) {
            if (GOVERNMENT.at(tokens, token) && text.actorAt(token) == null) {
                return true;
            }
        }
        return false;
    }

    /** Are unnamed governments the subject: "donors have allocated", "allies pledged"? */
    public boolean hasAlliedSubject(SumPhrase phrase, VerbChain chain) {
        if (chain.left().isEmpty()) {
            return false;
        }
        int verb = chain.left().get(0).token();
        for (int token = verb - 1; token >= Math.max(phrase.sentence().start(), verb - 3); token--) {
            if (ALLIED.at(tokens, token)) {
                return true;
            }
        }
        return false;
    }

    /** "Germany, France and Italy pledged": the givers listed before the one that was found. */
    private Set<String> withCoordinated(ActorMention last, Set<String> recipients) {
        Deque<String> codes = new ArrayDeque<>(List.of(last.code()));
        int at = last.start() - 1;
        while (at > 0 && (tokens.isSign(at, ',') || Grammar.CONJUNCTION.at(tokens, at) || ARTICLE.at(tokens, at))) {
            ActorMention before = text.actorAt(at - 1);
            if (before == null) {
                at--;
                continue;
            }
            boolean place = NO_SUBJECT.at(tokens, before.start() - 1);
            boolean gives = !place && lexicon.usuallyGives(before.code()) && !recipients.contains(before.code());
            if (gives && !codes.contains(before.code())) {
                codes.addFirst(before.code());
            }
            at = before.start() - 1;
        }
        return new LinkedHashSet<>(codes);
    }

    /** Do the parties of the United States' Congress act in the clause? */
    public boolean namesUnitedStatesHouse(SumPhrase phrase) {
        for (int token = phrase.sentence().start(); token < phrase.end(); token++) {
            boolean request = SUPPLEMENTAL.at(tokens, token);
            if (request || US_HOUSE.at(tokens, token) && tokens.isCapital(token)) {
                return true;
            }
        }
        return false;
    }

    /** Returns the state whose currency the sum is in, for a giver that nothing names. */
    public Optional<String> byCurrency(SumPhrase phrase) {
        return Optional.ofNullable(HOME.get(phrase.sum().amount().currency()));
    }

    private static boolean isGiver(ActorMention actor) {
        return actor.kind().equals("company") || actor.kind().equals("charity");
    }

    /** "Norway pledged 1.1 billion, Denmark 500 million and …": a giver whose verb stands with the one before it. */
    private @Nullable ActorMention gapped(SumPhrase phrase, Set<String> recipients) {
        int last = phrase.sum().outerStart() - 1;
        ActorMention actor = text.actorAt(last);
        if (actor == null || recipients.contains(actor.code()) || !lexicon.usuallyGives(actor.code())) {
            return null;
        }
        int before = actor.start() - 1;
        while (ARTICLE.at(tokens, before)) {
            before--;
        }
        boolean row = before > phrase.sentence().start()
                && (tokens.isSign(before, ',') || Grammar.CONJUNCTION.at(tokens, before));
        return row && actor.form() != ActorForm.ADJECTIVE ? actor : null;
    }

    /** "$600 million in US aid", "Biden's $33 billion", "EU loan of €18bn". */
    private Set<String> inside(SumPhrase phrase, Set<String> recipients) {
        Set<String> codes = new LinkedHashSet<>();
        for (int token = phrase.start(); token < phrase.end(); token++) {
            ActorMention actor = text.actorAt(token);
            if (actor == null || actor.isPrivate() || recipients.contains(actor.code())) {
                if (WESTERN.at(tokens, token)) {
                    codes.add("ALLIES");
                }
                continue;
            }
            boolean behindPreposition = NO_SUBJECT.at(tokens, actor.start() - 1)
                    && actor.form() != ActorForm.ADJECTIVE
                    && !text.is(actor.end(), Cue.AID)
                    && !isAdjectival(actor);
            if (lexicon.usuallyGives(actor.code()) && !behindPreposition) {
                codes.add(actor.code());
            }
        }
        return codes;
    }

    private boolean isAdjectival(ActorMention actor) {
        int next = actor.end();
        return text.is(next, Cue.MILITARY)
                || text.is(next, Cue.FINANCIAL)
                || text.is(next, Cue.HUMANITARIAN)
                || text.is(next, Cue.MONEY)
                || text.is(next, Cue.WEAPON);
    }

    /** "promised by 48 countries and 24 organizations", "from allies". */
    private boolean isFromMany(SumPhrase phrase) {
        int limit = Math.min(phrase.sentence().end(), phrase.end() + REACH);
        for (int token = phrase.end(); token < limit; token++) {
            if (tokens.isSign(token, ';') || tokens.isSign(token, ',') || Grammar.BUT.at(tokens, token)) {
                return false;
            }
            if (Grammar.FROM.at(tokens, token)) {
                return ALLIED.at(tokens, token + 1) || ALLIED.at(tokens, token + 2) || ALLIED.at(tokens, token + 3);
            }
        }
        return false;
    }

    /** "from the UK", "provided by Germany", "announced by President Biden", "Biden announced" behind the sum. */
    private @Nullable ActorMention afterFrom(SumPhrase phrase) {
        int limit = Math.min(phrase.sentence().end(), phrase.end() + REACH);
        for (int token = phrase.end(); token < limit; token++) {
            if (tokens.isSign(token, ';') || tokens.isSign(token, ',') || Grammar.BUT.at(tokens, token)) {
                return null;
            }
            if (!Grammar.FROM.at(tokens, token)) {
                continue;
            }
            for (int at = token + 1; at < Math.min(limit, token + 5); at++) {
                ActorMention actor = text.actorAt(at);
                if (actor != null) {
                    return lexicon.usuallyGives(actor.code()) || actor.isPrivate() ? actor : null;
                }
                if (text.is(at, Cue.LEGISLATURE)) {
                    return null;
                }
            }
        }
        return null;
    }

    /** Who is asked: "asked Congress for", "called on allies to give". */
    private Set<String> asked(SumPhrase phrase, VerbChain chain, Set<String> recipients) {
        Set<String> codes = new LinkedHashSet<>();
        int request = chain.left().stream()
                .filter(v -> v.is(text, Cue.REQUEST))
                .mapToInt(Verb::token)
                .findFirst()
                .orElse(phrase.start());
        for (int token = request + 1; token < phrase.start(); token++) {
            ActorMention actor = text.actorAt(token);
            if (actor != null
                    && !actor.isPrivate()
                    && lexicon.usuallyGives(actor.code())
                    && !recipients.contains(actor.code())) {
                codes.add(actor.code());
            }
        }
        return codes;
    }

    /** The nearest actor left of the governing verb that stands as a subject may. */
    private @Nullable ActorMention subject(SumPhrase phrase, VerbChain chain, Set<String> recipients) {
        int from = chain.left().isEmpty() ? phrase.start() : chain.left().get(0).token();
        ActorMention privately = null;
        ActorMention leftmost = null;
        boolean infinitive = Grammar.TO.at(tokens, from - 1) && !chain.left().isEmpty();
        for (int token = from - 1; token >= phrase.sentence().start(); token--) {
            if (tokens.isSign(token, ';')) {
                break;
            }
            ActorMention actor = text.actorAt(token);
            if (actor == null) {
                continue;
            }
            token = actor.start();
            boolean decides = infinitive && DECISION.at(tokens, actor.start() - 2 - articles(actor));
            if (decides && lexicon.usuallyGives(actor.code()) && !recipients.contains(actor.code())) {
                return actor;
            }
            if (recipients.contains(actor.code()) || isObject(actor)) {
                continue;
            }
            if (!actor.isPrivate() && lexicon.usuallyGives(actor.code())) {
                leftmost = actor;
                if (!infinitive) {
                    return actor;
                }
                continue;
            }
            if (actor.isPrivate() && privately == null && isGiver(actor)) {
                privately = actor;
            }
            boolean first = chain.left().isEmpty();
            if (!actor.isPrivate()
                    && !first
                    && actor.form() != ActorForm.ADJECTIVE
                    && privately == null
                    && tokens.kind(Math.min(actor.end(), tokens.size() - 1)) != TokenKind.GENITIVE
                    && chain.hasLeft(text, Cue.GIVE)
                    && !chain.hasLeft(text, Cue.REQUEST)
                    && !chain.hasLeft(text, Cue.BLOCK)) {
                return actor;
            }
        }
        return leftmost != null ? leftmost : privately;
    }

    private int articles(ActorMention actor) {
        return ARTICLE.at(tokens, actor.start() - 1) ? 1 : 0;
    }

    private boolean isObject(ActorMention actor) {
        int before = actor.start() - 1;
        while (before >= 0 && (Words.of("the a an its").at(tokens, before) || text.is(before, Cue.THE_COUNTRY))) {
            before--;
        }
        boolean adjective = actor.form() == ActorForm.ADJECTIVE || isAdjectival(actor);
        return NO_SUBJECT.at(tokens, before) && !adjective
                || text.is(before, Cue.GIVE) && !text.is(before, Cue.AID)
                || HOSTILE.at(tokens, actor.end());
    }

    private static final Words HOSTILE = Words.of("invasion war aggression attack attacks forces troops");
}
