package dev.tranche.role;

import dev.tranche.clause.Grammar;
import dev.tranche.clause.Hostility;
import dev.tranche.clause.SumPhrase;
import dev.tranche.clause.Verb;
import dev.tranche.clause.VerbChain;
import dev.tranche.lexicon.ActorForm;
import dev.tranche.lexicon.Cue;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.mention.ActorMention;
import dev.tranche.mention.MarkedText;
import dev.tranche.mention.SumMention;
import dev.tranche.mention.Words;
import dev.tranche.text.TokenKind;
import dev.tranche.text.Tokens;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds who a sum's own clause says receives it. */
public final class RecipientFinder {

    private static final int RIGHT_REACH = 45;
    private static final int GAP = 7;
    private static final int ALLIES_REACH = 24;
    private static final String ALLIES = "ALLIES";
    private static final Words LIST = Words.of("and or as well plus along with the republic of other");
    private static final Words WORLD = Words.of("world globe");
    private static final Words BLOCKERS = Words.of("from by against with said says which who war");
    private static final Words GOVERNMENT = Words.of(
            "people government military army forces troops soldiers authorities refugees civilians civilian war"
                    + " defence defense budget economy armed state citizens children farmers");

    private final Lexicon lexicon;
    private final MarkedText text;
    private final Tokens tokens;
    private final ReportContext context;

    /** Builds a finder over one marked text and what it is about. */
    public RecipientFinder(Lexicon lexicon, MarkedText text, ReportContext context) {
        this.lexicon = lexicon;
        this.text = text;
        this.tokens = text.tokens();
        this.context = context;
    }

    /** Returns the receivers that the clause names, in order; empty when it names none. */
    public List<String> find(SumPhrase phrase, VerbChain chain) {
        Set<String> codes = new LinkedHashSet<>(withheldFrom(phrase, chain));
        if (codes.isEmpty()) {
            codes.addAll(afterPreposition(phrase.sum().end(), rightEnd(phrase)));
        }
        if (codes.isEmpty()) {
            codes.addAll(insidePhrase(phrase));
        }
        if (codes.isEmpty()) {
            codes.addAll(indirectObject(phrase, chain));
        }
        if (codes.isEmpty()) {
            codes.addAll(subjectOfReceiving(phrase, chain));
        }
        if (codes.isEmpty()) {
            codes.addAll(afterPreposition(leftStart(phrase, chain), phrase.start()));
        }
        if (codes.isEmpty() && isWorldwide(phrase)) {
            codes.add(ALLIES);
        }
        return List.copyOf(codes);
    }

    /** "humanitarian assistance … around the world". */
    private boolean isWorldwide(SumPhrase phrase) {
        for (int token = phrase.end(); token < phrase.sentence().end(); token++) {
            if (text.is(token, Cue.ALLIES) && WORLD.at(tokens, token)) {
                return true;
            }
        }
        return false;
    }

    /** "withhold €13bn of funding from Hungary": who is kept from getting it. */
    private Set<String> withheldFrom(SumPhrase phrase, VerbChain chain) {
        if (!chain.hasLeft(text, Cue.BLOCK)) {
            return Set.of();
        }
        for (int token = phrase.sum().end(); token < Math.min(phrase.sentence().end(), phrase.end() + 4); token++) {
            ActorMention actor = text.actorAt(token);
            if (actor != null && Words.of("from").at(tokens, actor.start() - 1) && !actor.isPrivate()) {
                return Set.of(actor.code());
            }
        }
        return Set.of();
    }

    private int rightEnd(SumPhrase phrase) {
        int limit = Math.min(phrase.sentence().end(), phrase.end() + RIGHT_REACH);
        boolean complete = phrase.end() > phrase.sum().end();
        for (int token = phrase.end(); token < limit; token++) {
            boolean comma = tokens.isSign(token, ',');
            boolean next =
                    comma && (complete && isSum(token + 1, token + 4) || Grammar.INCLUDING.at(tokens, token + 1));
            if (next || tokens.isSign(token, ';') || tokens.isSign(token, '|') || tokens.isSign(token, ':')) {
                return token;
            }
        }
        return limit;
    }

    private boolean isSum(int from, int to) {
        for (int token = from; token < to; token++) {
            SumMention sum = text.sumAt(token);
            if (sum != null && sum.start() >= from) {
                return true;
            }
        }
        return false;
    }

    private int leftStart(SumPhrase phrase, VerbChain chain) {
        int token = phrase.start() - 1;
        boolean gives = !chain.left().isEmpty() && chain.left().get(0).is(text, Cue.GIVE);
        int limit = gives ? chain.left().get(0).token() : phrase.sentence().start();
        while (token >= limit && !tokens.isSign(token, ';') && !tokens.isSign(token, '|')) {
            token--;
        }
        return token + 1;
    }

    /** "to Ukraine", "for Kyiv's army", "to help the Ukrainian people", "to Ukraine, Moldova and other allies". */
    private Set<String> afterPreposition(int from, int to) {
        Set<String> codes = new LinkedHashSet<>();
        for (int token = from; token < to; token++) {
            if (!isToward(token)) {
                continue;
            }
            int at = token + 1;
            int limit = Math.min(to, at + GAP);
            while (at < limit
                    && !isTarget(at)
                    && !BLOCKERS.at(tokens, at)
                    && tokens.kind(at) != TokenKind.NUMBER
                    && !tokens.isSign(at, ',')) {
                at++;
            }
            if (at < limit) {
                addList(codes, at, to);
            }
            if (!codes.isEmpty()) {
                addAlliesBehind(codes, at, to);
                return codes;
            }
        }
        return codes;
    }

    /** "for Ukraine and for allies in NATO", "for Ukraine and for efforts with other partners in the region". */
    private void addAlliesBehind(Set<String> codes, int from, int to) {
        int limit = Math.min(to, from + ALLIES_REACH);
        boolean joined = false;
        for (int token = from; token < limit; token++) {
            if (tokens.isSign(token, ';')
                    || Grammar.RELATIVE.at(tokens, token)
                    || text.is(token, Cue.SAY)
                    || tokens.kind(token) == TokenKind.NUMBER) {
                return;
            }
            joined |= Grammar.CONJUNCTION.at(tokens, token) && Grammar.TOWARD.at(tokens, token + 1);
            if (joined && text.is(token, Cue.ALLIES)) {
                codes.add(ALLIES);
                return;
            }
        }
    }

    private boolean isTarget(int token) {
        ActorMention actor = text.actorAt(token);
        return actor != null && mayReceive(actor) && !isOrigin(actor)
                || text.is(token, Cue.ALLIES)
                || text.is(token, Cue.THE_COUNTRY);
    }

    /** "American weapons": an adjective of origin. */
    private boolean isOrigin(ActorMention actor) {
        return actor.form() == ActorForm.ADJECTIVE
                && lexicon.usuallyGives(actor.code())
                && (text.is(actor.end(), Cue.WEAPON) || text.is(actor.end(), Cue.AID));
    }

    private boolean isTopDonor(ActorMention actor) {
        return lexicon.usuallyGives(actor.code())
                && context.donor().filter(actor.code()::equals).isPresent();
    }

    private boolean isToward(int token) {
        return Grammar.TOWARD.at(tokens, token) || text.is(token, Cue.TOWARD);
    }

    private void addList(Set<String> codes, int start, int end) {
        int at = start;
        int gap = 0;
        while (at < end && gap < 4) {
            if (text.is(at, Cue.ALLIES)) {
                codes.add(ALLIES);
                at = skipAllies(at);
                gap = 0;
                continue;
            }
            ActorMention actor = text.actorAt(at);
            if (actor != null) {
                if (!mayReceive(actor)) {
                    return;
                }
                codes.add(actor.code());
                at = actor.end();
                gap = 0;
                continue;
            }
            if (text.is(at, Cue.THE_COUNTRY) && codes.isEmpty()) {
                lastNamed(at).ifPresent(codes::add);
            } else if (tokens.kind(at) == TokenKind.NUMBER || tokens.isSign(at, ',') || LIST.at(tokens, at)) {
                gap++;
            } else if (GOVERNMENT.at(tokens, at) || tokens.kind(at) == TokenKind.GENITIVE) {
                gap++;
            } else if (codes.isEmpty()
                    || !tokens.isWord(at)
                    || Grammar.PREPOSITION.at(tokens, at)
                    || Grammar.RELATIVE.at(tokens, at)) {
                return;
            } else {
                gap++;
            }
            at++;
        }
    }

    private int skipAllies(int start) {
        int at = start;
        while (text.is(at, Cue.ALLIES)) {
            at++;
        }
        return at;
    }

    private boolean mayReceive(ActorMention actor) {
        if (lexicon.isEmbargoed(actor.code()) || Hostility.of(text, actor) || isTopDonor(actor)) {
            return false;
        }
        boolean person = actor.form() == ActorForm.PERSON;
        boolean body = actor.form() == ActorForm.BODY;
        return !actor.isPrivate()
                && !(person && lexicon.usuallyGives(actor.code()))
                && !(body && lexicon.usuallyGives(actor.code()) && !actor.kind().equals("agency"));
    }

    /** "$12bn in Ukraine aid", "military aid to Ukraine worth $1bn", "a $40bn Ukraine bill". */
    private Set<String> insidePhrase(SumPhrase phrase) {
        Set<String> codes = new LinkedHashSet<>(
                afterPreposition(phrase.start(), phrase.sum().outerStart()));
        if (!codes.isEmpty()) {
            return codes;
        }
        for (int token = phrase.start(); token < phrase.end(); token++) {
            ActorMention actor = text.actorAt(token);
            if (actor != null
                    && mayReceive(actor)
                    && !lexicon.usuallyGives(actor.code())
                    && actor.form() != ActorForm.DEMONYM) {
                codes.add(actor.code());
            }
        }
        return codes;
    }

    /** "send Ukraine $1bn", "gives Zelensky another", "provide Kyiv with". */
    private Set<String> indirectObject(SumPhrase phrase, VerbChain chain) {
        Set<String> codes = new LinkedHashSet<>();
        Optional<Verb> give = chain.left().stream()
                .filter(v -> v.is(text, Cue.GIVE) || v.is(text, Cue.DELIVER) || v.is(text, Cue.APPROVE))
                .findFirst();
        if (give.isEmpty()) {
            return codes;
        }
        int first = give.get().token() + 1;
        for (int token = first; token < phrase.start(); token++) {
            if (text.is(token, Cue.THE_COUNTRY) && codes.isEmpty()) {
                lastNamed(token).ifPresent(codes::add);
            }
            ActorMention actor = text.actorAt(token);
            if (actor == null || BLOCKERS.at(tokens, token - 1)) {
                continue;
            }
            boolean direct = token <= first + 1 || !codes.isEmpty() && isListed(actor);
            if (mayReceive(actor) && (direct || !lexicon.usuallyGives(actor.code()))) {
                codes.add(actor.code());
            }
        }
        return codes;
    }

    private boolean isListed(ActorMention actor) {
        return tokens.isSign(actor.start() - 1, ',') || Grammar.CONJUNCTION.at(tokens, actor.start() - 1);
    }

    private Set<String> subjectOfReceiving(SumPhrase phrase, VerbChain chain) {
        Set<String> codes = new LinkedHashSet<>();
        for (Cue cue : List.of(Cue.RECEIVE, Cue.REQUEST)) {
            Optional<Verb> verb =
                    chain.left().stream().filter(v -> v.is(text, cue)).findFirst();
            if (verb.isEmpty()) {
                continue;
            }
            for (int token = verb.get().token() - 1; token >= phrase.sentence().start(); token--) {
                ActorMention actor = text.actorAt(token);
                boolean object = actor != null && Grammar.PREPOSITION.at(tokens, actor.start() - 1);
                if (actor != null && !object && mayReceive(actor) && !lexicon.usuallyGives(actor.code())) {
                    codes.add(actor.code());
                    return codes;
                }
            }
        }
        return codes;
    }

    /** Returns the last state named before a token that may receive: what "the country" stands for. */
    private Optional<String> lastNamed(int before) {
        for (int token = before - 1; token >= 0; token--) {
            ActorMention actor = text.actorAt(token);
            if (actor != null && !actor.isPrivate() && context.votesToReceive(actor.code()) > 0) {
                return Optional.of(actor.code());
            }
        }
        return context.recipient();
    }
}
