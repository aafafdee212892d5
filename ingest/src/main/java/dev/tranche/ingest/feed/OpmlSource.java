package dev.tranche.ingest.feed;

import dev.tranche.ingest.Content;
import dev.tranche.ingest.Sink;
import dev.tranche.ingest.Source;
import dev.tranche.problem.ProblemCode;

/** Names a list of feeds and refuses it: it holds addresses, not reports. */
public final class OpmlSource implements Source {

    @Override
    public void read(Content content, Sink sink) {
        sink.refuse(
                content.name(),
                ProblemCode.NOT_READ,
                "This is an OPML list of feeds; 'tranche watch add " + content.name() + "' watches them. Not read.");
    }
}
