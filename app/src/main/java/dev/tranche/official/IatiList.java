package dev.tranche.official;

import dev.tranche.ingest.Xml;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads IATI activities: a row for each transaction that promises money; where an activity promises none, for each that
 * pays some.
 */
final class IatiList {

    private static final String FUNDING = "1";
    private static final int MOST_PROBLEMS = 20;

    private final String file;
    private final Cells cells;
    private final Words words;
    private final ListDefaults defaults;
    private final List<OfficialList.Row> rows = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final Map<String, Integer> leftOut = new TreeMap<>();

    IatiList(String file, Cells cells, Words words, ListDefaults defaults) {
        this.file = file;
        this.cells = cells;
        this.words = words;
        this.defaults = defaults;
    }

    /** A transaction as given in the file. */
    private static final class Transaction {
        private final int line;
        private String type = "";
        private String day = "";
        private String value = "";
        private String currency = "";
        private String provider = "";
        private final Set<String> countries = new LinkedHashSet<>();

        Transaction(int line) {
            this.line = line;
        }
    }

    /** An activity as far as it was read. */
    private static final class Activity {
        private String id = "";
        private String currency = "";
        private String title = "";
        private final List<String> funding = new ArrayList<>();
        private final List<String> reporting = new ArrayList<>();
        private final Set<String> countries = new LinkedHashSet<>();
        private final List<Transaction> transactions = new ArrayList<>();
    }

    OfficialList read(byte[] bytes) {
        try {
            XMLStreamReader xml = Xml.open(new ByteArrayInputStream(bytes));
            xml.nextTag();
            if (!xml.getLocalName().equals("iati-activities")) {
                throw new ListException(List.of(file + ": this XML begins with <" + xml.getLocalName()
                        + ">; a list in XML is an IATI activity file, which begins with <iati-activities>."));
            }
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("iati-activity")) {
                    take(activity(xml));
                }
            }
        } catch (XMLStreamException broken) {
            throw new ListException(
                    List.of(file + ", line " + broken.getLocation().getLineNumber() + ", column "
                            + broken.getLocation().getColumnNumber() + ": the XML is cut off or malformed here."));
        }
        if (!problems.isEmpty()) {
            throw new ListException(problems.subList(0, Math.min(problems.size(), MOST_PROBLEMS)));
        }
        if (rows.isEmpty()) {
            throw new ListException(List.of(file + ": no activity in it promises or pays money" + reasons() + "."));
        }
        return new OfficialList(rows, leftOut);
    }

    private String reasons() {
        return leftOut.isEmpty() ? "" : "; left out were " + String.join(", ", leftOut.keySet());
    }

    private static String attribute(XMLStreamReader xml, String name) {
        return Optional.ofNullable(xml.getAttributeValue(null, name)).orElse("").strip();
    }

    private static Activity activity(XMLStreamReader xml) throws XMLStreamException {
        Activity activity = new Activity();
        activity.currency = attribute(xml, "default-currency");
        List<String> path = new ArrayList<>();
        @Nullable Transaction transaction = null;
        StringBuilder text = new StringBuilder();
        String role = "";
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    text.setLength(0);
                    path.add(xml.getLocalName());
                    role = xml.getLocalName().equals("participating-org") ? attribute(xml, "role") : role;
                    if (xml.getLocalName().equals("transaction")) {
                        transaction = new Transaction(xml.getLocation().getLineNumber());
                        activity.transactions.add(transaction);
                    }
                    attributes(xml, activity, transaction);
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(xml.getText());
                case XMLStreamConstants.END_ELEMENT -> {
                    if (path.isEmpty()) {
                        return activity;
                    }
                    said(path, text.toString().strip(), role, activity, transaction);
                    if (path.removeLast().equals("transaction")) {
                        transaction = null;
                    }
                    text.setLength(0);
                }
                default -> {
                    // Comments and white space are ignored.
                }
            }
        }
        return activity;
    }

    private static void attributes(XMLStreamReader xml, Activity activity, @Nullable Transaction transaction) {
        switch (xml.getLocalName()) {
            case "recipient-country" ->
                (transaction == null ? activity.countries : transaction.countries).add(attribute(xml, "code"));
            case "transaction-type" -> {
                if (transaction != null) {
                    transaction.type = attribute(xml, "code");
                }
            }
            case "transaction-date" -> {
                if (transaction != null) {
                    transaction.day = attribute(xml, "iso-date");
                }
            }
            case "value" -> {
                if (transaction != null) {
                    transaction.currency = attribute(xml, "currency");
                    transaction.day = transaction.day.isEmpty() ? attribute(xml, "value-date") : transaction.day;
                }
            }
            default -> {
                // The rest says nothing about a row.
            }
        }
    }

    private static void said(
            List<String> path, String text, String role, Activity activity, @Nullable Transaction transaction) {
        String element = path.getLast();
        String parent = path.size() > 1 ? path.get(path.size() - 2) : "";
        if (transaction != null) {
            if (element.equals("value")) {
                transaction.value = text;
            } else if (element.equals("narrative") && parent.equals("provider-org")) {
                transaction.provider = text;
            }
            return;
        }
        if (element.equals("iati-identifier")) {
            activity.id = text;
        } else if (element.equals("narrative") && parent.equals("title") && activity.title.isEmpty()) {
            activity.title = text;
        } else if (element.equals("narrative") && parent.equals("participating-org") && role.equals(FUNDING)) {
            activity.funding.add(text);
        } else if (element.equals("narrative") && parent.equals("reporting-org")) {
            activity.reporting.add(text);
        }
    }

    private void take(Activity activity) {
        List<Transaction> promised = of(activity, false);
        List<Transaction> taken = promised.isEmpty() ? of(activity, true) : promised;
        int others = activity.transactions.size() - taken.size();
        if (others > 0) {
            leftOut.merge("transactions that pay what was promised, or are not assistance", others, Integer::sum);
        }
        taken.forEach(transaction -> take(activity, transaction));
    }

    private List<Transaction> of(Activity activity, boolean isPaid) {
        return activity.transactions.stream()
                .filter(one -> words.transaction(one.type)
                        .filter(kind -> kind.isPaid() == isPaid)
                        .isPresent())
                .toList();
    }

    private void take(Activity activity, Transaction one) {
        List<String> recipients = recipients(activity, one);
        if (recipients.isEmpty()) {
            leftOut.merge(
                    "transactions for regions without a state (--recipient says for whom they are)", 1, Integer::sum);
            return;
        }
        try {
            BigDecimal amount = cells.amount(one.value);
            if (amount.signum() <= 0) {
                leftOut.merge("amounts that are zero or return money", 1, Integer::sum);
                return;
            }
            LocalDate day = Cells.day(one.day);
            String currency = cells.currency(
                    !one.currency.isEmpty()
                            ? one.currency
                            : !activity.currency.isEmpty()
                                    ? activity.currency
                                    : defaults.cell("currency").orElse(""));
            String stage = words.transaction(one.type).orElseThrow().stage();
            rows.add(new OfficialList.Row(
                    one.line,
                    day,
                    amount,
                    currency,
                    donor(activity, one),
                    recipients,
                    defaults.cell("authority").orElse(""),
                    OptionalInt.empty(),
                    Cells.stage(stage),
                    activity.title,
                    activity.id));
        } catch (Cells.Unclear unclear) {
            problems.add(file + ", line " + one.line + ", activity " + activity.id + ": " + unclear.getMessage());
        }
    }

    private List<String> recipients(Activity activity, Transaction one) {
        Set<String> named = one.countries.isEmpty() ? activity.countries : one.countries;
        if (named.isEmpty()) {
            return defaults.cell("recipients").map(cells::parties).orElse(List.of());
        }
        return named.stream().map(cells::party).toList();
    }

    /** Who provides the transaction, else funds the activity, else reports it; the first whose name is known. */
    private String donor(Activity activity, Transaction one) {
        List<String> names = new ArrayList<>();
        names.add(one.provider);
        names.addAll(activity.funding);
        defaults.cell("donor").ifPresent(names::add);
        names.addAll(activity.reporting);
        return names.stream()
                .filter(name -> !name.isBlank())
                .flatMap(name -> cells.find(name).stream())
                .findFirst()
                .orElseThrow(() -> new Cells.Unclear(
                        String.join(", ", activity.funding), "names no known donor; give --donor for all rows."));
    }
}
