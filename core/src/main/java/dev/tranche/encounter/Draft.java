package dev.tranche.encounter;

import dev.tranche.dating.StatedDate;
import dev.tranche.naming.Party;
import dev.tranche.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An encounter being read and merged with other mentions of it. */
final class Draft {

    EncounterKind kind;
    final List<Participant> participants = new ArrayList<>();
    final List<Party> parties = new ArrayList<>();
    Span words;

    @Nullable
    Place place;

    @Nullable
    Ordinal ordinal;

    StatedDate date = StatedDate.UNKNOWN;
    EncounterStage stage = EncounterStage.PAST;
    boolean dated;

    /** First token of the sentence about it. */
    int sentence;

    /** Is it a call only because nothing else is stated, as in "spoke with"? */
    boolean weak;

    Draft(EncounterKind kind, Span words) {
        this.kind = kind;
        this.words = words;
    }

    void add(Party party) {
        Participant participant = Participant.of(party);
        boolean known = participants.stream()
                .anyMatch(p -> p.equals(participant)
                        || p.name().isPresent() && p.name().equals(participant.name()));
        if (!known) {
            participants.add(participant);
            parties.add(party);
        }
    }

    /** May the other one be the same encounter? */
    boolean mayBe(Draft other) {
        if (!isKind(other) || !meets(date, other.date)) {
            return false;
        }
        boolean off = (stage == EncounterStage.CANCELLED) != (other.stage == EncounterStage.CANCELLED);
        if (off && stage != EncounterStage.PLANNED && other.stage != EncounterStage.PLANNED) {
            return false;
        }
        if (ordinal != null && other.ordinal != null && ordinal.n() != other.ordinal.n()) {
            return false;
        }
        if (place != null && other.place != null && !place.mayBe(other.place)) {
            return false;
        }
        if (kind == EncounterKind.CONFERENCE) {
            boolean once = sentence == other.sentence && (place == null) != (other.place == null);
            return once || place != null && other.place != null || sharesAny(other);
        }
        if (!participants.get(0).mayBe(other.participants.get(0)) && !swapped(other)) {
            return false;
        }
        return kind == EncounterKind.VISIT || partners(other);
    }

    /** Does the other one describe it more fully, as a body does its title? */
    boolean isToldBy(Draft other) {
        boolean spoken = kind != EncounterKind.VISIT
                && kind != EncounterKind.CONFERENCE
                && other.kind != EncounterKind.VISIT
                && other.kind != EncounterKind.CONFERENCE;
        return (kind == other.kind || spoken) && sharesAny(other);
    }

    /** Two who met have spoken: a bare "spoke with" beside "met" refers to the meeting. */
    private boolean isKind(Draft other) {
        boolean met = kind == EncounterKind.MEETING && other.kind == EncounterKind.CALL && other.weak
                || weak && kind == EncounterKind.CALL && other.kind == EncounterKind.MEETING;
        return kind == other.kind || met && participants.size() > 1 && other.participants.size() > 1;
    }

    private boolean sharesAny(Draft other) {
        return participants.stream()
                .anyMatch(mine -> other.participants.stream().anyMatch(mine::mayBe));
    }

    private boolean swapped(Draft other) {
        return participants.size() > 1
                && other.participants.size() > 1
                && participants.get(0).mayBe(other.participants.get(1))
                && participants.get(1).mayBe(other.participants.get(0));
    }

    private boolean partners(Draft other) {
        if (participants.size() < 2 || other.participants.size() < 2) {
            return true;
        }
        for (Participant mine : participants.subList(1, participants.size())) {
            for (Participant theirs : other.participants.subList(1, other.participants.size())) {
                if (mine.mayBe(theirs)) {
                    return true;
                }
            }
        }
        return swapped(other);
    }

    private static boolean meets(StatedDate one, StatedDate other) {
        boolean before = one.to().isPresent()
                && other.from().isPresent()
                && one.to().get().isBefore(other.from().get());
        boolean after = other.to().isPresent()
                && one.from().isPresent()
                && other.to().get().isBefore(one.from().get());
        return !before && !after;
    }

    void join(Draft other) {
        if (weak && other.kind == EncounterKind.MEETING) {
            kind = EncounterKind.MEETING;
        }
        weak &= other.weak;
        if (place == null) {
            place = other.place;
        }
        for (Participant theirs : other.participants) {
            boolean known = false;
            for (int i = 0; i < participants.size(); i++) {
                if (participants.get(i).mayBe(theirs)) {
                    known = true;
                    if (participants.get(i).name().isEmpty() && theirs.name().isPresent()) {
                        participants.set(i, theirs);
                    }
                }
            }
            if (!known) {
                participants.add(theirs);
            }
        }
        if (ordinal == null && other.ordinal != null) {
            ordinal = other.ordinal;
            words = other.words;
        }
        boolean finer = isBounded(other.date) && !isBounded(date);
        if (!dated && other.dated || finer) {
            date = other.date;
            dated = true;
        }
        boolean off = other.stage == EncounterStage.CANCELLED && stage == EncounterStage.PLANNED;
        boolean more = off
                || other.stage == EncounterStage.ONGOING && stage == EncounterStage.PLANNED
                || other.stage == EncounterStage.PAST && stage == EncounterStage.PLANNED;
        stage = more ? other.stage : stage;
    }

    private static boolean isBounded(StatedDate date) {
        return date.from().isPresent() && date.to().isPresent();
    }

    Optional<Place> placed() {
        return Optional.ofNullable(place);
    }
}
