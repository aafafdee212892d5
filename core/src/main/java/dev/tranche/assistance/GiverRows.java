package dev.tranche.assistance;

import dev.tranche.lexicon.ActorForm;
import dev.tranche.lexicon.Cue;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.mention.ActorMention;
import dev.tranche.mention.MarkedText;
import dev.tranche.syntax.NounGroup;
import dev.tranche.text.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the donors of a series of sums that share one verb. */
final class GiverRows {

    private final Lexicon lexicon;
    private final MarkedText text;
    private final Tokens tokens;
    private final PartyReader parties;

    GiverRows(Lexicon lexicon, MarkedText text, PartyReader parties) {
        this.lexicon = lexicon;
        this.text = text;
        this.tokens = text.tokens();
        this.parties = parties;
    }

    /** "Norway pledged 1.1 billion, Denmark 500 million": a donor whose verb is that of the preceding one. */
    List<Party> find(Site site, Set<String> recipients) {
        int last = site.sum().outerStart() - 1;
        boolean bracket = tokens.isSign(last, '(');
        ActorMention listed = bracket ? text.actorAt(last - 1) : null;
        if (listed != null && !parties.isDonor(listed)) {
            return List.of();
        }
        if (listed != null && site.sentenceHas(text, Cue.DONORS)) {
            return recipients.contains(listed.code()) ? List.of() : List.of(parties.party(listed));
        }
        List<Party> payers = payers(last, recipients);
        if (!payers.isEmpty()) {
            return payers;
        }
        boolean tied = false;
        while (English.GAP.at(tokens, last) || text.is(last, Cue.FRESH) && !text.is(last, Cue.AID)) {
            tied = true;
            last--;
        }
        ActorMention actor = text.actorAt(last);
        int start = actor == null ? last : actor.start();
        int index = actor == null && tied && last > 0 ? site.clauses().groupAt(last) : -1;
        if (index >= 0) {
            NounGroup group = site.clauses().groups().get(index);
            actor = group.head() == last ? parties.inside(site.clauses(), group).orElse(null) : null;
            start = actor == null ? last : Math.min(actor.start(), group.start());
        }
        if (actor == null || recipients.contains(actor.code()) || actor.isPrivate()) {
            return List.of();
        }
        List<Party> named = new ArrayList<>(List.of(parties.party(actor)));
        int before = beforeArticle(start);
        for (ActorMention other = listed(before); other != null; other = listed(before)) {
            if (!gives(other, tied) || recipients.contains(other.code())) {
                break;
            }
            named.addFirst(parties.party(other));
            before = beforeArticle(other.start());
        }
        boolean row = before > site.sentence().start()
                && (tokens.isSign(before, ',') || tokens.isSign(before, ';') || English.AND.at(tokens, before))
                && (!tied || hasSumBefore(site, before));
        return row && gives(actor, tied) ? named : List.of();
    }

    /** "The first package was financed by Norway for 5 million, the second by Denmark and Sweden for 4 million". */
    private List<Party> payers(int last, Set<String> recipients) {
        List<Party> found = new ArrayList<>();
        ActorMention actor = English.FOR.at(tokens, last) ? text.actorAt(last - 1) : null;
        int before = -1;
        while (actor != null && parties.isDonor(actor) && !recipients.contains(actor.code())) {
            found.addFirst(parties.party(actor));
            before = beforeArticle(actor.start());
            int link = tokens.isSign(before, ',') || English.AND.at(tokens, before) ? before - 1 : -1;
            link -= link > 0 && tokens.isSign(link, ',') ? 1 : 0;
            actor = link < 0 ? null : text.actorAt(link);
        }
        return English.BY.at(tokens, before) ? found : List.of();
    }

    private int beforeArticle(int start) {
        int before = start - 1;
        while (English.ARTICLE.at(tokens, before)) {
            before--;
        }
        return before;
    }

    /** "France and Germany 110 million": the state that a comma or "and" joins to the one after it. */
    private @Nullable ActorMention listed(int link) {
        boolean list = English.AND.at(tokens, link) || tokens.isSign(link, ',');
        ActorMention other = list ? text.actorAt(link - 1) : null;
        return other == null || other.isPrivate() ? null : other;
    }

    private boolean gives(ActorMention actor, boolean tied) {
        return lexicon.isDonor(actor.code()) && (tied || actor.form() != ActorForm.ADJECTIVE);
    }

    private boolean hasSumBefore(Site site, int before) {
        return text.sums().stream()
                .anyMatch(sum -> sum.start() >= site.sentence().start() && sum.end() <= before);
    }
}
