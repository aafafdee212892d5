package dev.tranche.ingest;

import dev.tranche.problem.ProblemCode;
import dev.tranche.source.ReportFields;
import dev.tranche.source.ReportFields.Role;
import dev.tranche.text.Delivery;
import dev.tranche.text.Document;
import java.util.Optional;

/** Builds reports from named fields: rows of tables, objects of JSON. */
public final class FieldReport {

    private FieldReport() {}

    /** Passes on the report built from some fields, or the reason why there is none. */
    public static void read(String place, String fallback, ReportFields fields, Sink sink) {
        read(place, fallback, fields, Delivery.NONE, sink);
    }

    /** Passes on the report of an agency made of some fields, or the reason why they make none. */
    public static void read(String place, String fallback, ReportFields fields, Delivery delivery, Sink sink) {
        String title = FieldText.line(fields.find(Role.TITLE).orElse(""));
        BlockText text = new BlockText();
        FieldText.add(fields.text(), text);
        if (title.isBlank() && text.length() == 0) {
            sink.refuse(place, ProblemCode.EMPTY, "It has neither title nor text; skipped.");
            return;
        }
        String id = fields.find(Role.ID)
                .or(() -> fields.find(Role.URL))
                .map(Content::id)
                .orElse(fallback);
        Document document = text.document(id, title, Optional.empty(), fields.find(Role.AUTHOR), Optional.empty())
                .with(
                        fields.find(Role.OUTLET),
                        fields.find(Role.URL),
                        fields.find(Role.PUBLISHED),
                        fields.find(Role.LANGUAGE))
                .with(delivery);
        sink.report(place, document);
    }
}
