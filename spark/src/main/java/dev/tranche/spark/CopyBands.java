package dev.tranche.spark;

import dev.tranche.resolve.Origins;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import scala.Tuple2;

/** Finds copies by the bands of their sketches, as {@link Origins} does on one machine. */
final class CopyBands {

    private CopyBands() {}

    /**
     * A band of a sketch.
     *
     * @param place its position in the sketch
     * @param value its content
     */
    record Band(int place, long value) implements Serializable {}

    /**
     * A text in a band.
     *
     * @param name its tag
     * @param sketch its sketch
     */
    record Member(TextName name, Sketch sketch) implements Serializable {}

    /** Returns pairs of texts of one origin: the first text of a band, and each other one that resembles it. */
    static JavaPairRDD<TextName, TextName> pairs(JavaRDD<Told> texts, int parts) {
        return texts.flatMapToPair(text -> bands(text).iterator())
                .groupByKey(parts)
                .flatMapToPair(band -> pairs(band._2()).iterator())
                .distinct(parts);
    }

    private static List<Tuple2<Band, Member>> bands(Told text) {
        List<Tuple2<Band, Member>> bands = new ArrayList<>();
        for (int i = 0; i < text.sketch().bands(); i++) {
            bands.add(new Tuple2<>(new Band(i, text.sketch().band(i)), new Member(text.name(), text.sketch())));
        }
        return bands;
    }

    static List<Tuple2<TextName, TextName>> pairs(Iterable<Member> band) {
        Optional<Member> leader = Optional.empty();
        for (Member member : band) {
            if (leader.isEmpty() || member.name().compareTo(leader.get().name()) < 0) {
                leader = Optional.of(member);
            }
        }
        List<Tuple2<TextName, TextName>> pairs = new ArrayList<>();
        for (Member member : band) {
            if (leader.isPresent()
                    && !member.name().equals(leader.get().name())
                    && leader.get().sketch().isLike(member.sketch())) {
                pairs.add(new Tuple2<>(leader.get().name(), member.name()));
            }
        }
        return pairs;
    }
}
