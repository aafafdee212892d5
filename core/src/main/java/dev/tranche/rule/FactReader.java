package dev.tranche.rule;

import dev.tranche.clause.PhraseFinder;
import dev.tranche.clause.SumPhrase;
import dev.tranche.clause.VerbChain;
import dev.tranche.clause.VerbFinder;
import dev.tranche.fact.AidType;
import dev.tranche.fact.Fact;
import dev.tranche.fact.Stage;
import dev.tranche.fact.Terms;
import dev.tranche.lexicon.Entry;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.mention.MarkedText;
import dev.tranche.mention.SumMention;
import dev.tranche.mention.SumNote;
import dev.tranche.role.ReportContext;
import dev.tranche.role.RoleReader;
import dev.tranche.role.Roles;
import dev.tranche.text.Span;
import dev.tranche.text.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the sums of assistance that a marked text states.
 *
 * <p>For each sum: find its noun group and verbs, find giver and receiver, let the rules decide what it is, then join
 * what the report tells twice and tie parts to their wholes.
 */
public final class FactReader {

    private static final int QUOTE_TOKENS = 16;

    private final MarkedText text;
    private final PhraseFinder phrases;
    private final VerbFinder verbs;
    private final RoleReader roles;
    private final AuthorityFinder authorities;
    private final TypeFinder types;
    private final StageFinder stages;
    private final TotalStageFinder totalStages;
    private final SinceFinder bases;
    private final FactRules rules;

    private FactReader(Lexicon lexicon, MarkedText text) {
        this.text = text;
        ReportContext context = new ReportContext(lexicon, text);
        this.phrases = new PhraseFinder(text);
        this.verbs = new VerbFinder(text);
        this.roles = new RoleReader(lexicon, text, context);
        this.authorities = new AuthorityFinder(text);
        this.types = new TypeFinder(text);
        this.stages = new StageFinder(text);
        this.totalStages = new TotalStageFinder(text, stages);
        this.bases = new SinceFinder(text, lexicon::officeBegan);
        this.rules = new FactRules(lexicon, text, context);
    }

    /** Returns the facts of a text in the order of their words. */
    public static List<Fact> read(Lexicon lexicon, MarkedText text) {
        FactReader reader = new FactReader(lexicon, text);
        List<Candidate> candidates = new ArrayList<>();
        for (SumMention sum : text.sums()) {
            if (sum.is(SumNote.FORMER) || sum.is(SumNote.RESTATED)) {
                continue;
            }
            reader.read(sum, candidates).ifPresent(candidates::add);
        }
        return new PartFinder(text).tie(FactJoiner.join(candidates));
    }

    private Optional<Candidate> read(SumMention sum, List<Candidate> earlier) {
        SumPhrase phrase = phrases.around(sum);
        VerbChain chain = verbs.around(phrase);
        Optional<Entry.Authority> near = authorities.find(phrase);
        Roles named = roles.read(phrase, chain, near);
        Optional<Entry.Authority> authority = near.filter(a -> isGiversOwn(a, named));
        Optional<FactKind> kind = rules.decide(phrase, chain, named, authority, earlier);
        if (kind.isEmpty()) {
            return Optional.empty();
        }
        boolean appeal = kind.get().rule().value().equals("aid.appeal");
        Roles roles = appeal ? new Roles(List.of(), List.of(), false, false, false) : named;
        boolean total = kind.get().total();
        Stage stage = total ? totalStages.find(phrase, chain) : stages.find(phrase, chain, roles);
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
