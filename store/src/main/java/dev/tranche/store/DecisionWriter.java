package dev.tranche.store;

import dev.tranche.dating.StatedDate;
import dev.tranche.fact.Terms;
import dev.tranche.mention.StatedAmount;
import dev.tranche.review.Action;
import dev.tranche.review.CellChange;
import dev.tranche.review.CellValue;
import dev.tranche.review.ClaimMark;
import dev.tranche.review.Decision;
import dev.tranche.review.Shown;
import dev.tranche.review.StoryAction;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.core.JsonGenerator;

/** Writes the members of a decision's line; {@link DecisionFormat} reads them. */
final class DecisionWriter {

    private final JsonGenerator json;

    private DecisionWriter(JsonGenerator json) {
        this.json = json;
    }

    static void write(JsonGenerator json, Decision decision) {
        json.writeStringProperty("at", decision.at().toString());
        json.writeStringProperty("author", decision.author());
        json.writeStringProperty("reason", decision.reason());
        json.writeStringProperty("action", decision.action().slug());
        new DecisionWriter(json).action(decision.action());
    }

    private void action(Action action) {
        switch (action) {
            case Action.Accept accept -> {
                marks("marks", accept.marks());
                json.writeArrayPropertyStart("seen");
                for (Shown cell : accept.seen()) {
                    json.writeStartObject();
                    json.writeStringProperty("field", cell.field().slug());
                    json.writeStringProperty("value", cell.value());
                    json.writeEndObject();
                }
                json.writeEndArray();
            }
            case Action.Correct correct -> {
                marks("marks", correct.marks());
                json.writeArrayPropertyStart("changes");
                correct.changes().forEach(this::change);
                json.writeEndArray();
            }
            case Action.Merge merge -> {
                json.writeArrayPropertyStart("entries");
                merge.entries().forEach(this::marks);
                json.writeEndArray();
            }
            case Action.Split split -> {
                marks("marks", split.marks());
                marks("rest", split.rest());
            }
            case Action.Reject reject -> marks("marks", reject.marks());
            case Action.Add add -> add(add);
            case Action.Withdraw withdraw -> json.writeStringProperty("report", withdraw.report());
            case Action.Restore restore -> json.writeStringProperty("report", restore.report());
            case Action.Note note -> {
                marks("marks", note.marks());
                json.writeStringProperty("task", note.task());
                json.writeStringProperty("state", note.state());
                json.writeStringProperty("kind", note.kind().slug());
                json.writeName("to");
                note.to().ifPresentOrElse(json::writeString, json::writeNull);
            }
            case Action.Together together -> {
                json.writeArrayPropertyStart("parts");
                for (Action part : together.parts()) {
                    json.writeStartObject();
                    json.writeStringProperty("action", part.slug());
                    action(part);
                    json.writeEndObject();
                }
                json.writeEndArray();
            }
            case Action.Undo undo -> json.writeStringProperty("decision", undo.decision());
            case Action.Rule rule -> {
                text("outlet", rule.pattern().outlet());
                text("words", rule.pattern().words());
                json.writeName("donor");
                texts(rule.pattern().donors());
                json.writeName("recipient");
                texts(rule.pattern().recipients());
            }
            case StoryAction story -> StoryFormat.write(json, story);
        }
    }

    private void text(String key, Optional<String> text) {
        json.writeName(key);
        text.ifPresentOrElse(json::writeString, json::writeNull);
    }

    private void change(CellChange change) {
        json.writeStartObject();
        json.writeStringProperty("field", change.field().slug());
        json.writeStringProperty("before", change.before());
        json.writeName("after");
        switch (change.after()) {
            case CellValue.Amount amount -> {
                json.writeStartObject();
                amount(amount.value());
                json.writeEndObject();
            }
            case CellValue.Donors who -> texts(who.codes());
            case CellValue.Recipients who -> texts(who.codes());
            case CellValue.Kind kind -> json.writeString(kind.type().slug());
            case CellValue.Reached how -> json.writeString(how.stage().slug());
            case CellValue.Under under -> under.code().ifPresentOrElse(json::writeString, json::writeNull);
            case CellValue.Days days -> days(days.date());
            case CellValue.Place at -> count(at.place());
            case CellValue.PartOf whole -> {
                json.writeStartObject();
                marks("marks", whole.marks());
                json.writeStringProperty("name", whole.name());
                json.writeEndObject();
            }
        }
        json.writeEndObject();
    }

    private void add(Action.Add add) {
        json.writeName("mark");
        mark(add.mark());
        Terms terms = add.terms();
        json.writeObjectPropertyStart("fact");
        amount(terms.amount());
        json.writeName("donor");
        texts(terms.donors());
        json.writeName("recipient");
        texts(terms.recipients());
        json.writeStringProperty("type", terms.type().slug());
        json.writeStringProperty("stage", terms.stage().slug());
        json.writeName("authority");
        terms.authority().ifPresentOrElse(json::writeString, json::writeNull);
        json.writeName("ordinal");
        count(add.ordinal());
        json.writeName("date");
        days(add.date());
        json.writeEndObject();
    }

    private void amount(StatedAmount amount) {
        json.writeNumberProperty("amount", amount.value());
        json.writeName("amount_max");
        amount.upper().ifPresentOrElse(json::writeNumber, json::writeNull);
        json.writeStringProperty("currency", amount.currency());
        json.writeStringProperty("bound", amount.bound().slug());
    }

    private void days(StatedDate date) {
        json.writeStartObject();
        day("from", date.from());
        day("to", date.to());
        json.writeEndObject();
    }

    private void day(String key, Optional<LocalDate> day) {
        json.writeName(key);
        day.map(LocalDate::toString).ifPresentOrElse(json::writeString, json::writeNull);
    }

    private void count(OptionalInt number) {
        number.ifPresentOrElse(json::writeNumber, json::writeNull);
    }

    private void texts(List<String> texts) {
        json.writeStartArray();
        texts.forEach(json::writeString);
        json.writeEndArray();
    }

    private void marks(String key, List<ClaimMark> marks) {
        json.writeName(key);
        marks(marks);
    }

    private void marks(List<ClaimMark> marks) {
        json.writeStartArray();
        marks.forEach(this::mark);
        json.writeEndArray();
    }

    private void mark(ClaimMark mark) {
        json.writeStartObject();
        json.writeStringProperty("report", mark.report());
        json.writeNumberProperty("start", mark.span().start());
        json.writeNumberProperty("end", mark.span().end());
        json.writeStringProperty("quote", mark.quote());
        json.writeEndObject();
    }
}
