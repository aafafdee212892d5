package dev.tranche.fact;

import dev.tranche.lexicon.ActorForm;
import dev.tranche.lexicon.Cue;
import dev.tranche.lexicon.Entry;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.mention.ActorMention;
import dev.tranche.mention.MarkedText;
import dev.tranche.mention.SumMention;
import dev.tranche.mention.Words;
import dev.tranche.text.Span;
import dev.tranche.text.Tokens;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the sums of assistance that a marked text states.
 *
 * <p>For each sum: find its noun group and verbs, find giver and receiver, let the rules decide what it is, then join
 * what the report tells twice and tie parts to their wholes.
 */
public final class FactReader {

    private static final int QUOTE_TOKENS = 16;

    private final Lexicon lexicon;
    private final MarkedText text;
    private final ReportContext context;
    private final PhraseFinder phrases;
    private final VerbFinder verbs;
    private final RecipientFinder recipients;
    private final DonorFinder donors;
    private final AuthorityFinder authorities;
    private final TypeFinder types;
    private final StageFinder stages;
    private final SinceFinder bases;
    private final FactRules rules;

    private FactReader(Lexicon lexicon, MarkedText text) {
        this.lexicon = lexicon;
        this.text = text;
        this.context = new ReportContext(lexicon, text);
        this.phrases = new PhraseFinder(text);
        this.verbs = new VerbFinder(text);
        this.recipients = new RecipientFinder(lexicon, text, context);
        this.donors = new DonorFinder(lexicon, text);
        this.authorities = new AuthorityFinder(text);
        this.types = new TypeFinder(text);
        this.stages = new StageFinder(text);
        this.bases = new SinceFinder(text, lexicon::officeBegan);
        this.rules = new FactRules(lexicon, text, context);
    }

    /** Returns the facts of a text in the order of their words. */
    public static List<Fact> read(Lexicon lexicon, MarkedText text) {
        FactReader reader = new FactReader(lexicon, text);
        List<Candidate> candidates = new ArrayList<>();
        for (SumMention sum : text.sums()) {
            reader.read(sum, candidates).ifPresent(candidates::add);
        }
        return new PartFinder(text).tie(FactJoiner.join(candidates));
    }

    private Optional<Candidate> read(SumMention sum, List<Candidate> earlier) {
        SumPhrase phrase = phrases.around(sum);
        VerbChain chain = verbs.around(phrase);
        Optional<Entry.Authority> near = authorities.find(phrase);
        Roles named = roles(phrase, chain, near);
        Optional<Entry.Authority> authority = near.filter(a -> isGiversOwn(a, named));
        Optional<FactKind> kind = rules.decide(phrase, chain, named, authority, earlier);
        if (kind.isEmpty()) {
            return Optional.empty();
        }
        boolean appeal = kind.get().rule().value().equals("aid.appeal");
        Roles roles = appeal ? new Roles(List.of(), List.of(), false, false, false) : named;
        boolean total = kind.get().total();
        Stage stage = total ? totalStage(phrase, chain) : stages.find(phrase, chain, roles);
        AidType type = types.find(phrase, chain, authority, roles, stage == Stage.REQUESTED);
        Terms terms = new Terms(
                sum.amount(),
                roles.donors(),
                roles.recipients(),
                type,
                stage,
                total ? Optional.empty() : authority.map(Entry.Authority::code));
        return Optional.of(new Candidate(
                phrase,
                chain,
                kind.get(),
                terms,
                roles,
                total ? bases.find(phrase) : Optional.empty(),
                authorities.ordinal(phrase),
                ItemFinder.find(text, phrase),
                stages.isHedgedTitle(phrase),
                quote(phrase)));
    }

    /** Stocks are drawn down by their owner only; programmes of allies belong to all. */
    private static boolean isGiversOwn(Entry.Authority authority, Roles roles) {
        boolean shared = authority.giver().equals("ALLIES") || authority.giver().equals("G7");
        return shared || roles.donors().isEmpty() || roles.donors().contains(authority.giver());
    }

    private Stage totalStage(SumPhrase phrase, VerbChain chain) {
        if (chain.hasLeft(text, Cue.ENACT) || chain.hasRight(text, Cue.ENACT)) {
            return Stage.APPROPRIATED;
        }
        for (int token = phrase.sum().start() - 1; token > phrase.sentence().start(); token--) {
            if (BRINGING.at(text.tokens(), token) && Grammar.WOULD.at(text.tokens(), token - 1)) {
                return Stage.REQUESTED;
            }
        }
        if (approvedByLegislature(phrase) || stages.isVotedByLegislature(chain)) {
            return Stage.APPROPRIATED;
        }
        for (int token = phrase.end(); token < Math.min(phrase.sentence().end(), phrase.end() + 5); token++) {
            boolean given = GIVEN.at(text.tokens(), token) && Grammar.HAVE.at(text.tokens(), token - 1);
            if (given || SENT.at(text.tokens(), token)) {
                return Stage.DELIVERED;
            }
        }
        for (Verb verb : chain.left()) {
            if (verb.is(text, Cue.DELIVER)) {
                return Stage.DELIVERED;
            }
            if (verb.is(text, Cue.GIVE) || verb.is(text, Cue.ANNOUNCE)) {
                return Stage.ANNOUNCED;
            }
        }
        return kindIsTracked(phrase) ? Stage.DELIVERED : Stage.ANNOUNCED;
    }

    private boolean approvedByLegislature(SumPhrase phrase) {
        for (int token = phrase.sentence().start(); token < phrase.sum().start(); token++) {
            ActorMention actor = text.actorAt(token);
            boolean house = actor != null && actor.kind().equals("parliament") || text.is(token, Cue.LEGISLATURE);
            if (house && Grammar.FROM.at(text.tokens(), token - 1) && text.is(token - 2, Cue.APPROVE)) {
                return true;
            }
        }
        return false;
    }

    private static final Words BRINGING = Words.of("bring take push raise lift");
    private static final Words ASK = Words.of("ask asks asked asking request requests requested requesting seek seeks"
        + " sought seeking need needs needed appeal appeals appealed call calls called calling urge urges urged plead"
        + " pleads pleaded demand demands demanded want wants wanted beg begs begged require requires required");
    private static final Words SENT = Words.of("sent delivered spent");
    private static final Words GIVEN = Words.of("given provided supplied received");

    private boolean kindIsTracked(SumPhrase phrase) {
        for (int token = phrase.start() - 1; token >= Math.max(0, phrase.start() - 5); token--) {
            if (text.is(token, Cue.TOTAL)
                    && Words.of("track tracking audit audits auditing").at(text.tokens(), token)) {
                return true;
            }
        }
        return false;
    }

    private Roles roles(SumPhrase phrase, VerbChain chain, Optional<Entry.Authority> authority) {
        List<String> named = recipients.find(phrase, chain);
        DonorFinder.Found found = donors.find(phrase, chain, new LinkedHashSet<>(named));
        Set<String> givers = new LinkedHashSet<>(found.codes());
        boolean explicitDonor = !givers.isEmpty();
        List<String> receivers = new ArrayList<>(named);
        if (givers.isEmpty() && !found.privateGiver()) {
            donorByContext(phrase, chain, authority, receivers).ifPresent(givers::add);
        }
        receivers.removeIf(code -> givers.contains(code) && receivers.size() > 1);
        boolean explicit = !receivers.isEmpty();
        if (receivers.isEmpty()) {
            context.recipientNear(text.sentenceIndex(phrase.start()))
                    .filter(code -> !givers.contains(code))
                    .ifPresent(receivers::add);
        }
        givers.removeIf(code -> receivers.contains(code));
        return new Roles(List.copyOf(givers), receivers, explicit, explicitDonor, found.privateGiver());
    }

    private Optional<String> donorByContext(
            SumPhrase phrase, VerbChain chain, Optional<Entry.Authority> authority, List<String> receivers) {
        if (donors.hasAlliedSubject(phrase, chain)) {
            return Optional.of("ALLIES");
        }
        Optional<String> byCurrency = donors.byCurrency(phrase);
        if (byCurrency.isPresent() && !receivers.contains(byCurrency.get())) {
            return byCurrency;
        }
        Optional<String> owner = authority
                .map(Entry.Authority::giver)
                .filter(code -> !code.equals("ALLIES") && !receivers.contains(code));
        if (owner.isPresent()) {
            return owner;
        }
        if (donors.namesUnitedStatesHouse(phrase)) {
            return Optional.of("US");
        }
        if (donors.hasNamelessSubject(phrase, chain)) {
            return context.donor().filter(code -> !receivers.contains(code));
        }
        boolean asks = chain.left().stream().anyMatch(v -> ASK.at(text.tokens(), v.token()));
        boolean asksAnybody = asks && asker(phrase);
        if (asksAnybody) {
            return Optional.of("ALLIES");
        }
        Optional<String> person = personBefore(phrase);
        return person.isPresent() ? person : context.donor().filter(code -> !receivers.contains(code));
    }

    /** Does a receiver ask, and nobody in particular? */
    private boolean asker(SumPhrase phrase) {
        for (int token = phrase.sentence().start(); token < phrase.start(); token++) {
            ActorMention actor = text.actorAt(token);
            if (actor != null && lexicon.usuallyGives(actor.code())) {
                return false;
            }
        }
        for (int token = phrase.sentence().start(); token < phrase.start(); token++) {
            ActorMention actor = text.actorAt(token);
            boolean receiver = actor != null && context.votesToReceive(actor.code()) > 0;
            if (receiver || text.is(token, Cue.THE_COUNTRY)) {
                return true;
            }
        }
        return false;
    }

    /** The last person named before a clause that has no subject of its own: "as he pledges £300m". */
    private Optional<String> personBefore(SumPhrase phrase) {
        int index = text.sentenceIndex(phrase.start());
        for (int token = phrase.start() - 1; token >= 0 && index - text.sentenceIndex(token) <= 1; token--) {
            ActorMention actor = text.actorAt(token);
            if (actor != null && actor.form() == ActorForm.PERSON && lexicon.usuallyGives(actor.code())) {
                return Optional.of(actor.code());
            }
        }
        return Optional.empty();
    }

    private Span quote(SumPhrase phrase) {
        Tokens tokens = text.tokens();
        int first = phrase.start();
        int last = Math.max(phrase.end(), phrase.sum().end());
        if (last - first > QUOTE_TOKENS) {
            first = Math.max(first, phrase.sum().outerStart() - QUOTE_TOKENS / 2);
            last = Math.min(last, first + QUOTE_TOKENS);
            last = Math.max(last, phrase.sum().end());
        }
        return tokens.span(first, last - 1);
    }
}
