package dev.tranche.api;

import dev.tranche.ledger.Commitment;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.print.PartyCodes;
import dev.tranche.review.ClaimPattern;
import dev.tranche.view.BookView;
import dev.tranche.view.RuleEffect;
import dev.tranche.view.Sums;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.core.JsonGenerator;

/** {@code /rules/effect}: what a rule would change before anybody keeps it. */
final class RulesResource {

    private static final int MOST_LISTED = 50;

    private final Supplier<Lexicon> lexicon;

    RulesResource(Supplier<Lexicon> lexicon) {
        this.lexicon = lexicon;
    }

    /** Answers with the entries that a rule would remove or change, and the booked sums that would be lost. */
    Answer effect(Context ctx, BookView view) {
        Query query = Query.of(ctx);
        Optional<String> outlet = query.text("outlet", ClaimPattern.MOST_CHARACTERS);
        Optional<String> words = query.text("words", ClaimPattern.MOST_CHARACTERS);
        Optional<String> donor = query.text("donor", ClaimPattern.MOST_CHARACTERS);
        Optional<String> recipient = query.text("recipient", ClaimPattern.MOST_CHARACTERS);
        query.check();
        if (outlet.isEmpty() && words.isEmpty()) {
            throw wrong("A rule names an outlet or words.");
        }
        if (words.filter(text -> text.strip().length() < ClaimPattern.FEWEST_CHARACTERS)
                .isPresent()) {
            throw wrong("The words of a rule have at least " + ClaimPattern.FEWEST_CHARACTERS + " characters.");
        }
        RuleEffect effect = RuleEffect.of(view, new ClaimPattern(outlet, words, codes(donor), codes(recipient)));
        return Answer.json(json -> {
            json.writeNumberProperty("claims", effect.claims());
            json.writeNumberProperty("reports", effect.reports());
            listed(json, "gone", effect.gone(), view);
            listed(json, "less", effect.less(), view);
            Json.sums(
                    json,
                    "sums",
                    Sums.of(effect.gone().stream().filter(Commitment::counted).toList()));
            json.writeNumberProperty("head", view.head());
        });
    }

    private static ApiProblem wrong(String why) {
        return ApiProblem.of(400, "wrong-request", "The request is wrong", why);
    }

    private List<String> codes(Optional<String> party) {
        PartyCodes parties = new PartyCodes(lexicon.get());
        return party.stream()
                .map(one -> parties.find(one).orElseThrow(() -> wrong(parties.refusal(one.strip()))))
                .toList();
    }

    private static void listed(JsonGenerator json, String key, List<Commitment> entries, BookView view) {
        json.writeObjectPropertyStart(key);
        json.writeNumberProperty("total", entries.size());
        Json.objects(
                json,
                "items",
                entries.stream().limit(MOST_LISTED).toList(),
                (out, entry) -> Entries.write(out, entry, view));
        json.writeEndObject();
    }
}
