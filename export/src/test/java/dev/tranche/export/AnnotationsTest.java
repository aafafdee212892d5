package dev.tranche.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.JsonLdOptions.ProcessingPolicy;
import com.apicatalog.jsonld.document.Document;
import com.apicatalog.jsonld.document.JsonDocument;
import dev.tranche.ledger.DecisionBook;
import dev.tranche.review.Action;
import dev.tranche.review.Decision;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What a JSON-LD processor makes of the file, offline: the terms of the W3C's context that it may use are in
 * {@code annotation-terms.jsonld}, and a term that neither they nor the file's own context define is an error.
 */
class AnnotationsTest {

    private static final URI CONTEXT = URI.create("http://www.w3.org/ns/anno.jsonld");
    private static final String OA = "http://www.w3.org/ns/oa#";
    private static final String PROV = "http://www.w3.org/ns/prov#";

    private static List<JsonObject> nodes = List.of();

    @BeforeAll
    static void expand() throws IOException, JsonLdError {
        byte[] file = SampleBook.file(new Annotations(), decided());
        nodes = JsonLd.expand(JsonDocument.of(new ByteArrayInputStream(file)))
                .loader((address, options) -> terms(address))
                .undefinedTermsPolicy(ProcessingPolicy.Fail)
                .get()
                .getValuesAs(JsonObject.class);
    }

    private static Document terms(URI address) throws JsonLdError {
        if (!address.equals(CONTEXT)) {
            throw new JsonLdError(JsonLdErrorCode.LOADING_REMOTE_CONTEXT_FAILED, "not offline: " + address);
        }
        InputStream in = AnnotationsTest.class.getResourceAsStream("annotation-terms.jsonld");
        return JsonDocument.of(Objects.requireNonNull(in));
    }

    /** The samples with two decisions, of which the second undid the first. */
    private static Exported decided() {
        Decision first = new Decision(
                Instant.parse("2026-02-03T04:05:06Z"), "anna", "a reason", new Action.Withdraw("a report"));
        Decision second = new Decision(
                Instant.parse("2026-02-04T04:05:06Z"), "ben", "“another” <reason>", new Action.Undo(first.id()));
        List<DecisionBook.Ruling> rulings = List.of(
                new DecisionBook.Ruling(
                        first, Optional.of(second.id()), false, List.of("an entry"), List.of("a report")),
                new DecisionBook.Ruling(second, Optional.empty(), false, List.of(), List.of("endless")));
        return SampleBook.with("decisions", rulings::stream);
    }

    private static Stream<JsonObject> ofType(String type) {
        return nodes.stream()
                .filter(node -> node.getJsonArray("@type").getString(0).equals(type));
    }

    private static JsonObject only(JsonObject node, String property) {
        assertThat(node.getJsonArray(property)).as(property).hasSize(1);
        return node.getJsonArray(property).getJsonObject(0);
    }

    @Test
    void everyNodeIsAnAnnotationOrAnActivityWithAnIdOfItsOwn() {
        Set<String> ids = new TreeSet<>();
        for (JsonObject node : nodes) {
            assertThat(node.getJsonArray("@type").getString(0)).isIn(OA + "Annotation", PROV + "Activity");
            assertThat(URI.create(node.getString("@id")).isAbsolute()).isTrue();
            ids.add(node.getString("@id"));
        }
        assertThat(ids).hasSameSizeAs(nodes).hasSizeGreaterThan(200);
    }

    @Test
    void annotationsHaveTheShapeOfTheModel() {
        for (JsonObject annotation : ofType(OA + "Annotation").toList()) {
            assertThat(only(annotation, OA + "motivatedBy").getString("@id")).isEqualTo(OA + "describing");
            JsonObject body = only(annotation, OA + "hasBody");
            assertThat(body.getJsonArray("@type").getString(0)).isEqualTo(OA + "TextualBody");
            JsonObject target = only(annotation, OA + "hasTarget");
            assertThat(URI.create(only(target, OA + "hasSource").getString("@id"))
                            .isAbsolute())
                    .isTrue();
            List<JsonObject> selectors = target.getJsonArray(OA + "hasSelector").getValuesAs(JsonObject.class);
            assertThat(selectors)
                    .extracting(one -> one.getJsonArray("@type").getString(0))
                    .containsExactly(OA + "TextQuoteSelector", OA + "TextPositionSelector");
            JsonObject start = only(selectors.getLast(), OA + "start");
            assertThat(start.getString("@type")).isEqualTo("http://www.w3.org/2001/XMLSchema#nonNegativeInteger");
            assertThat(start.getInt("@value"))
                    .isLessThan(only(selectors.getLast(), OA + "end").getInt("@value"));
        }
    }

    @Test
    void decisionsAreActivitiesWithTheirTimeAndWhatTheyUsed() {
        List<JsonObject> activities = ofType(PROV + "Activity").toList();
        assertThat(activities).hasSize(2);
        JsonObject first = activities.getFirst();
        JsonObject time = only(first, PROV + "startedAtTime");
        assertThat(time.getString("@type")).isEqualTo("http://www.w3.org/2001/XMLSchema#dateTime");
        assertThat(time.getString("@value")).isEqualTo("2026-02-03T04:05:06Z");
        JsonObject person = only(first, PROV + "wasAssociatedWith");
        assertThat(person.getString("@id")).isEqualTo("urn:tranche:person:anna");
        assertThat(person.getJsonArray("@type").getString(0)).isEqualTo(PROV + "Agent");
        assertThat(first.getJsonArray(PROV + "used").getValuesAs(JsonValue::asJsonObject))
                .extracting(one -> one.getString("@id"))
                .containsExactly("urn:tranche:entry:an%20entry", "urn:tranche:report:a%20report");
    }

    /** An activity cannot be invalidated (PROV-O); what it generated can, and only what was undone is. */
    @Test
    void whatADecisionRulesIsInvalidatedByTheOneThatUndoesIt() {
        List<JsonObject> activities = ofType(PROV + "Activity").toList();
        assertThat(activities).allMatch(one -> !one.containsKey(PROV + "wasInvalidatedBy"));
        List<JsonObject> rulings =
                activities.stream().map(one -> only(one, PROV + "generated")).toList();
        assertThat(rulings)
                .allMatch(one -> one.getJsonArray("@type").getString(0).equals(PROV + "Entity"))
                .extracting(one -> one.getString("@id"))
                .doesNotHaveDuplicates();
        assertThat(only(rulings.getFirst(), PROV + "wasInvalidatedBy").getString("@id"))
                .isEqualTo(activities.getLast().getString("@id"));
        assertThat(rulings.getLast()).doesNotContainKey(PROV + "wasInvalidatedBy");
    }

    /** A report has one name in the file, whether words of it are annotated or a decision is about it. */
    @Test
    void decisionsNameReportsAsAnnotationsDo() {
        Set<String> annotated = new TreeSet<>();
        ofType(OA + "Annotation")
                .forEach(one -> annotated.add(
                        only(only(one, OA + "hasTarget"), OA + "hasSource").getString("@id")));
        List<JsonObject> used = ofType(PROV + "Activity")
                .toList()
                .getLast()
                .getJsonArray(PROV + "used")
                .getValuesAs(JsonValue::asJsonObject);
        assertThat(used).extracting(one -> one.getString("@id")).containsExactly("https://post.example/a?b=1&c=2");
        assertThat(annotated).contains("https://post.example/a?b=1&c=2");
    }
}
