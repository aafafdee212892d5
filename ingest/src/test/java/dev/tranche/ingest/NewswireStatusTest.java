package dev.tranche.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tranche.source.Incoming;
import dev.tranche.text.Document;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an agency says about an item's use and version is heeded in NewsML-G2, NewsML 1 and NITF. */
class NewswireStatusTest {

    private static final String WORDS = "The council of the harbour town bought three new pumps on Monday.";

    private static final String G2 = """
        <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:quay:pumps" version="3"><itemMeta>
        <provider literal="Quay Agency"/><versionCreated>2023-03-07T08:15:00Z</versionCreated>
        <pubStatus qcode="stat:STATUS"/></itemMeta><contentMeta><headline>Pumps</headline></contentMeta>
        <contentSet><inlineXML><html><body><p>WORDS</p></body></html></inlineXML></contentSet></newsItem>
        """.replace("WORDS", WORDS);

    private static final String IDENTIFICATION = """
        <Identification><NewsIdentifier><ProviderId>quay.example</ProviderId><DateId>20230307</DateId>
        <NewsItemId>pumps</NewsItemId><RevisionId PreviousRevision="2" Update="N">3</RevisionId>
        <PublicIdentifier>urn:newsml:quay.example:20230307:pumps:3N</PublicIdentifier></NewsIdentifier></Identification>
        """;

    private static final String MANAGEMENT = """
        <NewsManagement><NewsItemType FormalName="News"/><FirstCreated>20230307T081500Z</FirstCreated>
        <ThisRevisionCreated>20230307T101500+0100</ThisRevisionCreated><Status FormalName="STATUS"/>
        CHANGE<Urgency FormalName="4"/></NewsManagement>
        """;

    private static final String NEWSML_1 = "<NewsML><NewsEnvelope><DateAndTime>20230308T090000Z</DateAndTime>"
            + "</NewsEnvelope><NewsItem>" + IDENTIFICATION + MANAGEMENT + """
                <NewsComponent><NewsLines><HeadLine>Pumps</HeadLine><CreditLine>QA</CreditLine></NewsLines>
                <AdministrativeMetadata><Provider><Party FormalName="Quay Agency"/></Provider></AdministrativeMetadata>
                <DescriptiveMetadata><Language FormalName="en"/></DescriptiveMetadata>
                <ContentItem><DataContent><p>WORDS</p></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>
                """.replace("WORDS", WORDS);

    private static final String NITF = """
        <nitf><head><docdata management-status="STATUS"><doc-id id-string="urn:quay:pumps"/>
        <doc.copyright holder="Quay Agency"/></docdata></head><body><body.content><p>WORDS</p></body.content></body>
        </nitf>
        """.replace("WORDS", WORDS);

    private static String first(String status) {
        return NEWSML_1.replace("STATUS", status).replace("CHANGE", "");
    }

    private static Incoming.Refused refused(String xml) {
        List<Incoming> all = Read.all("n.xml", xml);
        assertThat(all).singleElement().isInstanceOf(Incoming.Refused.class);
        return (Incoming.Refused) all.getFirst();
    }

    @Test
    void usableItemsAreReadWithWhatTheirAgencySaysOfThem() {
        Document second = Read.only("n.xml", G2.replace("STATUS", "usable"));
        assertThat(second.id().value()).isEqualTo("urn:quay:pumps");
        assertThat(second.delivery().version()).isEqualTo(3);
        Document first = Read.only("n.xml", first("Usable"));
        assertThat(first.id().value()).isEqualTo("urn:newsml:quay.example:20230307:pumps");
        assertThat(first.title()).isEqualTo("Pumps");
        assertThat(first.body()).isEqualTo(WORDS);
        assertThat(first.outlet()).contains("Quay Agency");
        assertThat(first.published()).contains("2023-03-07T08:15:00Z");
        assertThat(first.language()).contains("en");
        assertThat(first.delivery().version()).isEqualTo(3);
        assertThat(first.delivery().origin()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Canceled", "Cancelled", "canceled", "Killed"})
    void canceledItemsWithdrawTheirReports(String status) {
        for (String item : List.of(G2, NITF)) {
            Incoming.Refused refused = refused(item.replace("STATUS", status));
            assertThat(refused.problem().message())
                    .contains("The agency marked it as " + status.toLowerCase(java.util.Locale.ROOT));
            assertThat(refused.recall()).hasValueSatisfying(recall -> {
                Document read = Read.only("n.xml", item.replace("STATUS", "usable"));
                assertThat(recall.report()).isEqualTo(read.id().value());
                assertThat(recall.origin()).isEqualTo(read.delivery().origin().orElseThrow());
            });
        }
        String notice =
                "<NewsML><NewsItem>" + IDENTIFICATION.replace(":3N", ":4N").replace(">3<", ">4<")
                        + MANAGEMENT.replace("STATUS", status).replace("CHANGE", "") + "</NewsItem></NewsML>";
        for (String canceled : List.of(first(status), notice)) {
            assertThat(refused(canceled).recall()).hasValueSatisfying(recall -> {
                Document read = Read.only("n.xml", first("Usable"));
                assertThat(recall.report()).isEqualTo(read.id().value());
                assertThat(recall.origin()).isEqualTo(read.delivery().origin().orElseThrow());
            });
        }
    }

    @Test
    void withheldItemsAreRefusedAndWithdrawNothing() {
        for (String withheld :
                List.of(G2.replace("STATUS", "withheld"), first("Withheld"), NITF.replace("STATUS", "Withheld"))) {
            Incoming.Refused refused = refused(withheld);
            assertThat(refused.problem().message()).isEqualTo("n.xml: The agency marked it as withheld; not read.");
            assertThat(refused.recall()).isEmpty();
        }
    }

    @Test
    void anItemUnderEmbargoIsPublishedWhenThatEnds() {
        String change = "<StatusWillChange><FutureStatus FormalName=\"Usable\"/>"
                + "<DateAndTime>20230309T0600+0200</DateAndTime></StatusWillChange>";
        Document read =
                Read.only("n.xml", NEWSML_1.replace("STATUS", "Embargoed").replace("CHANGE", change));
        assertThat(read.published()).contains("2023-03-09T06:00:00+02:00");
        String other = change.replace("Usable", "Canceled");
        assertThat(Read.only("n.xml", NEWSML_1.replace("STATUS", "Usable").replace("CHANGE", other))
                        .published())
                .contains("2023-03-07T08:15:00Z");
    }

    @Test
    void withoutTheirPartsPublicIdentifiersLoseTheirRevision() {
        String bare = first("Usable").replaceFirst("(?s)<ProviderId>.*</NewsItemId>", "");
        assertThat(Read.only("n.xml", bare).id().value()).isEqualTo("urn:newsml:quay.example:20230307:pumps");
    }

    @ParameterizedTest
    @CsvSource({
        "20230307, 2023-03-07",
        "20230307T081500Z, 2023-03-07T08:15:00Z",
        "20230307T0815-0500, 2023-03-07T08:15:00-05:00",
        "20230307T081500.250Z, 2023-03-07T08:15:00Z",
        "2023-03-07, 2023-03-07",
        "202303071, 202303071"
    })
    void daysOfNitfGetSeparators(String written, String read) {
        String nitf = "<nitf><head><docdata><date.issue norm=\"" + written + "\"/></docdata></head><body><body.head>"
                + "<hedline><hl1>Pumps</hl1></hedline></body.head><body.content><p>" + WORDS
                + "</p></body.content></body></nitf>";
        assertThat(Read.only("n.xml", nitf).published()).contains(read);
    }

    @Test
    void bytesOfSeveralItemsAreJudgedOneByOne() {
        String two = first("Canceled").replaceFirst("</NewsML>\\s*$", "")
                + first("Usable").replaceFirst("(?s)^.*?</NewsEnvelope>", "").replace(">pumps<", ">gates<");
        assertThat(Read.documents("n.xml", two.getBytes(StandardCharsets.UTF_8)))
                .singleElement()
                .satisfies(read -> assertThat(read.id().value()).endsWith(":gates"));
    }

    private static String told(String management) {
        return first("Usable").replace("<Urgency FormalName=\"4\"/>", management);
    }

    private static String withoutText(String item) {
        return item.replaceFirst("(?s)<NewsComponent>.*</NewsComponent>", "");
    }

    private static String report(Incoming.Refused refused) {
        return refused.recall().orElseThrow().report();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Update", "Correction", "FollowUp", "NoInstruction"})
    void instructionsThatEndNothingLeaveTheItemAReport(String name) {
        String item = told("<Instruction FormalName=\"" + name + "\"/>");
        assertThat(Read.only("n.xml", item).body()).isEqualTo(WORDS);
        assertThat(refused(withoutText(item)).recall()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Delete, deleted", "Kill, killed", "Cancel, canceled", "WithdrawMandatory, withdrawn"})
    void instructionsThatEndTheUseOfAnItemWithdrawIt(String name, String word) {
        String item = told("<Instruction FormalName=\"Update\"/><Instruction FormalName=\"" + name + "\"/>");
        for (String each : List.of(item, withoutText(item))) {
            Incoming.Refused refused = refused(each);
            assertThat(report(refused)).isEqualTo("urn:newsml:quay.example:20230307:pumps");
            assertThat(refused.problem().message()).isEqualTo("n.xml: The agency marked it as " + word + "; not read.");
        }
    }

    @Test
    void aNoticeMayEndTheUseOfOtherItemsOfItsAgency() {
        String notice = told("<DerivedFrom NewsItem=\"urn:newsml:quay.example:20230305:gates:2N\"/>"
                        + "<AssociatedWith NewsItem=\"urn:newsml:quay.example:20230306:mills\"/>"
                        + "<AssociatedWith NewsItem=\"#photo\"/><Instruction FormalName=\"Delete\"/>")
                .replace("PreviousRevision=\"2\" Update=\"N\">3<", "PreviousRevision=\"0\" Update=\"N\">1<");
        assertThat(Read.all("n.xml", notice))
                .extracting(incoming -> report((Incoming.Refused) incoming))
                .containsExactly("urn:newsml:quay.example:20230305:gates", "urn:newsml:quay.example:20230306:mills");
        assertThat(((Incoming.Refused) Read.all("n.xml", notice).getFirst())
                        .problem()
                        .message())
                .isEqualTo("n.xml: By this notice the agency marked urn:newsml:quay.example:20230305:gates as deleted;"
                        + " not read.");
        // A later revision that is to be deleted means itself, whatever else it is about.
        assertThat(report(refused(notice.replace("Revision=\"0\"", "Revision=\"1\""))))
                .isEqualTo("urn:newsml:quay.example:20230307:pumps");
        assertThat(Read.only("n.xml", notice.replace("\"Delete\"", "\"FollowUp\""))
                        .body())
                .isEqualTo(WORDS);
    }

    @Test
    void aRevisionThatCancelsTheEarlierOnesTakesTheirPlaceOrWithdrawsThemIfItHasNoText() {
        String effect = "<Instruction><RevisionStatus%s><Status FormalName=\"%s\"/></RevisionStatus></Instruction>";
        for (String revision : List.of("", " Revision=\"2\"")) {
            String item = told(effect.formatted(revision, "Canceled"));
            assertThat(Read.only("n.xml", item).delivery().version()).isEqualTo(3);
            assertThat(report(refused(withoutText(item)))).isEqualTo("urn:newsml:quay.example:20230307:pumps");
        }
        for (String other : List.of(effect.formatted(" Revision=\"1\"", "Canceled"), effect.formatted("", "Usable"))) {
            assertThat(refused(withoutText(told(other))).recall()).isEmpty();
        }
        // The status of an earlier revision is not that of the item.
        String only = told(effect.formatted("", "Canceled")).replace("<Status FormalName=\"Usable\"/>", "");
        assertThat(Read.only("n.xml", only).body()).isEqualTo(WORDS);
    }

    @Test
    void changesOfPartsAreNotReadAsAReport() {
        String update = first("Usable")
                .replaceFirst(
                        "(?s)<NewsComponent>.*</NewsComponent>",
                        "<Update><Replace DuidRef=\"p1\"><DataContent><p>Four"
                                + " pumps.</p></DataContent></Replace></Update>");
        assertThat(refused(update).problem().message()).contains("changes of single parts of an earlier revision");
        assertThat(refused(update).recall()).isEmpty();
    }
}
