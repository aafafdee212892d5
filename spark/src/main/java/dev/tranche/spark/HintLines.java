package dev.tranche.spark;

import dev.tranche.fact.Terms;
import dev.tranche.resolve.Claim;
import java.io.StringWriter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** The lines of the two tables of hints. */
final class HintLines {

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private HintLines() {}

    static String copy(Told text, TextName first) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), line)) {
            json.writeStartObject();
            json.writeStringProperty("doc", text.id());
            json.writeNumberProperty("text", text.name().tag().number());
            json.writeNumberProperty("origin", first.tag().number());
            json.writeEndObject();
        }
        return line.toString();
    }

    static String claim(ClaimRow row, String group) {
        Claim claim = row.claim();
        Terms terms = claim.fact().terms();
        StringWriter line = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), line)) {
            json.writeStartObject();
            json.writeStringProperty("group", group);
            json.writeStringProperty("doc", row.text().id());
            json.writeNumberProperty("text", row.text().name().tag().number());
            json.writeNumberProperty("origin", claim.origin());
            json.writeNumberProperty("fact", row.index());
            json.writeName("amount");
            json.writeNumber(terms.amount().value());
            json.writeStringProperty("currency", terms.amount().currency());
            json.writeStringProperty("donor", String.join(" ", terms.donors()));
            json.writeStringProperty("recipient", String.join(" ", terms.recipients()));
            json.writeStringProperty("stage", terms.stage().slug());
            json.writeStringProperty(
                    "said_from", claim.said().from().map(String::valueOf).orElse(""));
            json.writeStringProperty(
                    "said_to", claim.said().to().map(String::valueOf).orElse(""));
            json.writeEndObject();
        }
        return line.toString();
    }
}
