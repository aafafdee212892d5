/**
 * Reads reports about assistance between governments, and keeps the ledger of what they say: no database, no network, no
 * engine, no logger.
 *
 * <p>Start at {@link dev.tranche.Tranche}, which reads reports, and at {@code dev.tranche.view}, which shows what a book
 * contains. Packages that are not exported are internal and may change in any version.
 */
module dev.tranche.core {
    requires com.dynatrace.hash4j;
    requires tools.jackson.core;
    requires transitive de.siegmar.fastcsv;
    requires static transitive org.jspecify;

    exports dev.tranche;
    exports dev.tranche.agreement;
    exports dev.tranche.audit;
    exports dev.tranche.bundle;
    exports dev.tranche.dating;
    exports dev.tranche.encounter;
    exports dev.tranche.extract;
    exports dev.tranche.fact;
    exports dev.tranche.figure;
    exports dev.tranche.item;
    exports dev.tranche.ledger;
    exports dev.tranche.lexicon;
    exports dev.tranche.mention;
    exports dev.tranche.naming;
    exports dev.tranche.plover;
    exports dev.tranche.problem;
    exports dev.tranche.record;
    exports dev.tranche.resolve;
    exports dev.tranche.review;
    exports dev.tranche.source;
    exports dev.tranche.standing;
    exports dev.tranche.statement;
    exports dev.tranche.text;
    exports dev.tranche.timeline;
    exports dev.tranche.view;
}
