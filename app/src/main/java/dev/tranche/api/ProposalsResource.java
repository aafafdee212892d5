package dev.tranche.api;

import dev.tranche.ledger.Commitment;
import dev.tranche.opinion.OpenProposals;
import dev.tranche.opinion.Proposal;
import dev.tranche.opinion.ProposalFile;
import dev.tranche.review.Field;
import dev.tranche.view.BookView;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** {@code /proposals}: what second readers propose for doubtful cells, and refusing it; a correction accepts it. */
final class ProposalsResource {

    private final ProposalFile file;
    private final ServerLog log;
    private final InstantSource clock;

    ProposalsResource(ProposalFile file, ServerLog log, InstantSource clock) {
        this.file = file;
        this.log = log;
        this.clock = clock;
    }

    /** Answers with the proposals that wait for a person, in the order in which they came. */
    Answer proposals(Context ctx, BookView view) {
        Query query = Query.of(ctx);
        Window window = query.window();
        query.check();
        ProposalFile.Content content = read();
        List<Proposal> open = OpenProposals.of(content, view);
        return Answer.json(json -> {
            Json.objects(json, "items", window.of(open), (out, one) -> write(out, one, view));
            json.writeNumberProperty("unreadable", content.unreadable());
            window.write(json, open.size(), view.head());
        });
    }

    /** Returns the proposals that wait for a person, in the order in which they came. */
    List<Proposal> open(BookView view) {
        return OpenProposals.of(read(), view);
    }

    private static void write(JsonGenerator json, Proposal proposal, BookView view) {
        Optional<Commitment> entry = view.index().find(proposal.entry());
        json.writeStringProperty("id", proposal.id());
        Json.object(json, "entry", entry, (out, one) -> Entries.write(out, one, view));
        json.writeStringProperty("field", proposal.field().slug());
        json.writeStringProperty("before", proposal.before());
        json.writeStringProperty("value", proposal.value());
        json.writeStringProperty("label", proposal.label());
        json.writeStringProperty("sentence", proposal.sentence());
        json.writeStringProperty("words", Json.wellFormed(proposal.words()));
        json.writeStringProperty("quote", Json.wellFormed(proposal.quote()));
        json.writeStringProperty("doc", proposal.report());
        json.writeStringProperty("model", proposal.model());
        json.writeNumberProperty("prompt", proposal.prompt());
        json.writeStringProperty("at", proposal.at().toString());
        json.writeObjectPropertyStart("values");
        if (proposal.field() == Field.DONOR || proposal.field() == Field.RECIPIENT) {
            Json.texts(json, proposal.field().slug(), List.of(proposal.value()));
        } else {
            json.writeStringProperty(proposal.field().slug(), proposal.value());
        }
        json.writeEndObject();
    }

    /** Refuses a proposal: it is no longer shown, and the same question is not asked again. */
    synchronized Answer refuse(Context ctx, BookView view) {
        Query.of(ctx).check();
        String id = ctx.pathParam("id");
        boolean isOpen = open(view).stream().anyMatch(one -> one.id().equals(id));
        if (!isOpen) {
            throw ApiProblem.unknown("unknown-proposal", "No proposal '" + Json.wellFormed(id) + "' is open.");
        }
        try {
            file.refuse(id, Gate.caller(ctx).name().value(), clock.instant());
        } catch (IOException broken) {
            throw unusable(broken);
        }
        return Answer.nothing();
    }

    private ProposalFile.Content read() {
        try {
            return file.read();
        } catch (IOException broken) {
            throw unusable(broken);
        }
    }

    /** The location of the file is for the log of the server alone. */
    private ApiProblem unusable(IOException broken) {
        log.note("proposals", "the answers of second readers cannot be used: " + broken.getMessage());
        return ApiProblem.of(
                500,
                "proposals",
                "The proposals cannot be used",
                "The file of second readers' answers beside the book cannot be read or written.");
    }
}
