package dev.tranche.ingest.feed;

import dev.tranche.ingest.Columns;
import dev.tranche.ingest.Content;
import dev.tranche.ingest.FieldReport;
import dev.tranche.ingest.Json;
import dev.tranche.ingest.Sink;
import dev.tranche.ingest.Source;
import dev.tranche.ingest.Versions;
import dev.tranche.problem.ProblemCode;
import dev.tranche.source.Incoming;
import dev.tranche.source.ReportFields;
import dev.tranche.text.Delivery;
import dev.tranche.text.Document;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads the JSON of other tools: a JSON Feed, ninjs, the responses of news APIs, lists of objects, objects over several
 * lines. A top-level list is read object by object, so it may be of any size.
 */
public final class JsonSource implements Source {

    private static final int DEEPEST_LIST = 6;
    /** Keys under which tools list reports. An object without such a list is a report itself, whatever is in it. */
    private static final Set<String> LISTS = Set.of(
            "articles",
            "items",
            "stories",
            "results",
            "hits",
            "entries",
            "documents",
            "docs",
            "value",
            "data",
            "response",
            "newsItems",
            "posts",
            "news",
            "records",
            "_embedded",
            "reports");

    /** Keys that only items of agencies have. */
    private static final Set<String> NINJS = Set.of("uri", "pubstatus", "pubStatus");

    private static final Pattern NINJS_DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");

    /** Keys of lists of categories. */
    private static final Set<String> CATEGORIES = Set.of("tags", "categories", "subject", "keywords");

    /** Keys under which an object states its words: a source its name, WordPress a title, the New York Times a headline. */
    private static final List<String> VALUES = List.of("name", "title", "value", "rendered", "main");

    /** The key of an object that holds further parts of the report, as in the interface of the Guardian. */
    private static final String MORE = "fields";

    private static final int SHOWN_KEYS = 12;

    @Override
    public void read(Content content, Sink sink) throws IOException {
        Columns columns;
        try {
            columns = Columns.parse(content.options().columns());
        } catch (IllegalArgumentException wrong) {
            sink.refuse(content.name(), ProblemCode.NOT_READ, "--columns: " + wrong.getMessage());
            return;
        }
        Reading reading = new Reading(content, columns, sink);
        Optional<String> broken = Json.forEach(content.bytes(), reading::take);
        if (broken.isPresent()) {
            sink.refuse(content.name(), ProblemCode.BROKEN_JSON, "The JSON breaks off: " + broken.get() + ".");
        } else if (reading.number == 0) {
            String keys =
                    String.join(", ", reading.keys.stream().limit(SHOWN_KEYS).toList());
            sink.refuse(
                    content.name(),
                    ProblemCode.NOT_READ,
                    "This is JSON in which no object has a title or text"
                            + (keys.isEmpty()
                                    ? ""
                                    : "; its keys are " + keys + ". Say which key is which, as in --columns title="
                                            + reading.keys.first())
                            + ".");
        }
    }

    private static final class Reading implements Consumer<Object> {
        private final Content content;
        private final Columns columns;
        private final Sink sink;
        private final TreeSet<String> keys = new TreeSet<>();
        private String outlet = "";
        private String language = "";
        private int number;

        Reading(Content content, Columns columns, Sink sink) {
            this.content = content;
            this.columns = columns;
            this.sink = sink;
        }

        void take(Object value) {
            accept(value);
        }

        @Override
        public void accept(Object value) {
            search(value, 0);
        }

        /** An object that has lists of reports is a list of reports; otherwise it is a report itself. */
        private void search(Object value, int depth) {
            if (depth > DEEPEST_LIST) {
                return;
            }
            if (value instanceof Collection<?> list) {
                list.forEach(each -> search(each, depth + 1));
                return;
            }
            if (!(value instanceof Map<?, ?> object)) {
                return;
            }
            object.keySet().forEach(key -> keys.add(String.valueOf(key)));
            boolean listed = false;
            for (Map.Entry<?, ?> inner : object.entrySet()) {
                if (LISTS.contains(String.valueOf(inner.getKey())) && holdsReports(inner.getValue(), depth)) {
                    outlet = text(object, "title", text(object, "source", outlet));
                    language = text(object, "language", language);
                    search(inner.getValue(), depth + 1);
                    listed = true;
                }
            }
            if (listed) {
                return;
            }
            if (isReport(object)) {
                report(object);
                return;
            }
            object.values().stream()
                    .filter(inner -> holdsReports(inner, depth))
                    .forEach(inner -> search(inner, depth + 1));
        }

        private boolean holdsReports(Object value, int depth) {
            if (value instanceof Collection<?> list) {
                return list.stream()
                        .anyMatch(each -> each instanceof Map<?, ?> object
                                && (isReport(object)
                                        || object.values().stream().anyMatch(inner -> holdsReports(inner, depth + 1))));
            }
            return depth < DEEPEST_LIST
                    && value instanceof Map<?, ?> object
                    && object.values().stream().anyMatch(inner -> holdsReports(inner, depth + 1));
        }

        /** A title alone does not make an object without an address a report: tags and people have titles too. */
        private boolean isReport(Map<?, ?> object) {
            List<String> names = object.keySet().stream().map(String::valueOf).toList();
            return columns.canRead(names)
                    && names.stream().filter(columns::knows).distinct().count() >= 2
                    && object.values().stream().anyMatch(String.class::isInstance);
        }

        private void report(Map<?, ?> object) {
            number++;
            String place = content.name() + ":" + number;
            String status = text(object, "pubstatus", text(object, "pubStatus", "usable"))
                    .toLowerCase(Locale.ROOT);
            ReportFields fields = new ReportFields();
            object.forEach((key, value) -> put(fields, String.valueOf(key), value));
            if (object.get(MORE) instanceof Map<?, ?> more) {
                more.forEach((key, value) -> put(fields, String.valueOf(key), value));
            }
            // An item under embargo is published when that ends.
            Optional.of(text(object, "embargoed", ""))
                    .filter(moment -> NINJS_DAY.matcher(moment).lookingAt())
                    .ifPresent(moment -> fields.put(ReportFields.Role.PUBLISHED, moment));
            Optional<String> id = fields.find(ReportFields.Role.ID).or(() -> fields.find(ReportFields.Role.URL));
            if (fields.find(ReportFields.Role.OUTLET).isEmpty()) {
                fields.put(ReportFields.Role.OUTLET, outlet);
            }
            Delivery delivery = object.keySet().stream().anyMatch(NINJS::contains)
                    ? content.delivery(fields.find(ReportFields.Role.OUTLET).orElse(""), version(object))
                    : Delivery.NONE;
            if (status.startsWith("cancel")) {
                sink.withdraw(place, id.orElse(""), status, delivery);
                return;
            }
            if (!status.equals("usable") && !status.equals("corrected")) {
                sink.refuse(place, ProblemCode.NOT_READ, "The agency marked it as " + status + "; not read.");
                return;
            }
            if (fields.find(ReportFields.Role.LANGUAGE).isEmpty()) {
                fields.put(ReportFields.Role.LANGUAGE, language);
            }
            FieldReport.read(place, content.baseName() + ":" + number, fields, delivery, filed(object));
        }

        private static long version(Map<?, ?> item) {
            String version =
                    item.get("version") instanceof Number number ? number.toString() : text(item, "version", "");
            return Versions.parse(version, text(item, "versioncreated", ""));
        }

        /** Adds the categories of an object and the files that are attached to it. */
        private Sink filed(Map<?, ?> object) {
            List<String> categories = texts(object, CATEGORIES, "name");
            List<String> enclosures = texts(object, Set.of("attachments"), "url");
            return categories.isEmpty() && enclosures.isEmpty()
                    ? sink
                    : incoming -> sink.accept(
                            incoming instanceof Incoming.Report report
                                    ? filed(report, categories, enclosures)
                                    : incoming);
        }

        private static Incoming filed(Incoming.Report report, List<String> categories, List<String> enclosures) {
            Document document = report.document();
            return new Incoming.Report(
                    report.place(), document.with(document.markup().with(categories, enclosures)), report.problems());
        }

        /** Returns the texts of lists, and of their objects the texts under a key. */
        private static List<String> texts(Map<?, ?> object, Set<String> lists, String key) {
            return object.entrySet().stream()
                    .filter(each -> lists.contains(String.valueOf(each.getKey())))
                    .flatMap(each -> each.getValue() instanceof Collection<?> list ? list.stream() : Stream.empty())
                    .map(each -> each instanceof Map<?, ?> inner ? inner.get(key) : each)
                    .filter(String.class::isInstance)
                    .map(String.class::cast)
                    .toList();
        }

        private void put(ReportFields fields, String key, Object value) {
            switch (value) {
                case String text -> columns.put(fields, key, text);
                case Number one -> columns.put(fields, key, one.toString());
                case Map<?, ?> object ->
                    VALUES.stream()
                            .map(object::get)
                            .filter(String.class::isInstance)
                            .findFirst()
                            .ifPresent(name -> columns.put(fields, key, (String) name));
                case Collection<?> list -> {
                    Object first = list.isEmpty() ? "" : list.iterator().next();
                    if (!(first instanceof Collection<?>)) {
                        put(fields, key, first);
                    }
                }
                default -> {}
            }
        }

        private static String text(Map<?, ?> object, String key, String otherwise) {
            return object.get(key) instanceof String text ? text : otherwise;
        }
    }
}
