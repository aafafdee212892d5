package dev.tranche.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Entities keep to the published model of FollowTheMoney: what it does not know, its tools leave out in silence. */
class EntitiesModelTest {

    private static final Model MODEL = Model.read();
    private static final List<JsonNode> ENTITIES = new ArrayList<>();
    private static final Map<String, String> SCHEMAS = new HashMap<>();

    /** An entry whose words name no donor or recipient has none here, though the model wants one. */
    private static final Set<String> UNSTATED = Set.of("Payment.payer", "Payment.beneficiary");

    private record Property(String type, String range, boolean isRequired, int longest) {}

    private record Model(
            Map<String, List<String>> ancestors, Map<String, Map<String, Property>> schemata, Set<String> countries) {

        static Model read() {
            Model model = new Model(new HashMap<>(), new HashMap<>(), new HashSet<>());
            try (InputStream in = EntitiesModelTest.class.getResourceAsStream("ftm-model.csv")) {
                assertThat(in).isNotNull();
                new String(in.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> !line.startsWith("#"))
                        .forEach(line -> model.take(line.split(",", -1)));
            } catch (IOException broken) {
                throw new java.io.UncheckedIOException(broken);
            }
            return model;
        }

        /** Returns the properties of a schema; none if the model does not know it. */
        Map<String, Property> of(String schema) {
            return schemata.getOrDefault(schema, Map.of());
        }

        private void take(String[] row) {
            if (row[0].equals("country")) {
                countries.add(row[1]);
            } else if (row[1].equals("is")) {
                ancestors.put(row[0], List.of(row[2].split("\\|")));
            } else {
                int longest = row[6].isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(row[6]);
                Property property = new Property(row[3], row[4], row[5].equals("required"), longest);
                schemata.computeIfAbsent(row[0], _ -> new HashMap<>()).put(row[2], property);
            }
        }
    }

    @BeforeAll
    static void write() throws IOException {
        byte[] lines = SampleBook.file(new Entities(), SampleBook.whole());
        for (String line : new String(lines, StandardCharsets.UTF_8).split("\n")) {
            JsonNode entity = new ObjectMapper().readTree(line);
            ENTITIES.add(entity);
            SCHEMAS.put(entity.get("id").asText(), entity.get("schema").asText());
        }
    }

    @Test
    void everySchemaIsWrittenAndKnown() {
        assertThat(new TreeSet<>(SCHEMAS.values()))
                .isEqualTo(new TreeSet<>(MODEL.schemata().keySet()));
    }

    @Test
    void everyPropertyIsOnItsSchemaAndItsValuesAreOfItsType() {
        Set<String> seen = new TreeSet<>();
        for (JsonNode entity : ENTITIES) {
            String schema = entity.get("schema").asText();
            entity.get("properties").properties().forEach(each -> {
                String name = schema + "." + each.getKey();
                assertThat(MODEL.of(schema)).as(name).containsKey(each.getKey());
                Property property = Objects.requireNonNull(MODEL.of(schema).get(each.getKey()));
                seen.add(name);
                each.getValue().forEach(value -> check(name, property, value.asText(), entity));
            });
        }
        assertThat(seen)
                .contains(
                        "Article.publishedAt",
                        "Event.involved",
                        "Event.location",
                        "Mention.contextCountry",
                        "Mention.name",
                        "Payment.amount",
                        "Payment.beneficiary",
                        "Payment.proof",
                        "Payment.sourceUrl",
                        "Person.position",
                        "PublicBody.country");
    }

    private static void check(String name, Property property, String value, JsonNode entity) {
        assertThat(value.length()).as(name).isBetween(1, property.longest());
        switch (property.type()) {
            case "date" -> assertThat(LocalDate.parse(value)).as(name).isNotNull();
            case "number" -> assertThat(new BigDecimal(value)).as(name).isPositive();
            case "url" -> assertThat(value).as(name).matches("https?://\\S+");
            case "country" -> assertThat(MODEL.countries()).as(name).contains(value);
            case "entity" -> {
                assertThat(value).as(name).matches("[0-9a-zA-Z]([0-9a-zA-Z.\\-]*[0-9a-zA-Z])?");
                assertThat(value).as(name).isNotEqualTo(entity.get("id").asText());
                assertThat(SCHEMAS).as(name).containsKey(value);
                assertThat(MODEL.ancestors().get(SCHEMAS.get(value))).as(name).contains(property.range());
            }
            case "name", "string", "text", "address" ->
                assertThat(value).as(name).isNotBlank();
            default -> throw new AssertionError(name + " is a " + property.type() + ", which this test cannot judge");
        }
    }

    @Test
    void everyEntityHasWhatItsSchemaRequires() {
        int unstated = 0;
        for (JsonNode entity : ENTITIES) {
            String schema = entity.get("schema").asText();
            for (Map.Entry<String, Property> each : MODEL.of(schema).entrySet()) {
                boolean missing = each.getValue().isRequired()
                        && !entity.get("properties").has(each.getKey());
                if (missing) {
                    assertThat(UNSTATED).contains(schema + "." + each.getKey());
                    unstated++;
                }
            }
        }
        long empty = SampleBook.whole()
                .entries()
                .filter(SampleBook.whole()::counts)
                .mapToLong(entry ->
                        (entry.donors().isEmpty() ? 1 : 0) + (entry.recipients().isEmpty() ? 1 : 0))
                .sum();
        assertThat(unstated).isEqualTo((int) empty);
    }
}
