package dev.tranche.opinion;

import dev.tranche.fact.AidType;
import dev.tranche.fact.Stage;

/**
 * The name of a type or stage in a question.
 *
 * @param value its word
 * @param label what it means
 */
record Wording(String value, String label) {

    static Wording of(AidType type) {
        return new Wording(
                type.slug(),
                switch (type) {
                    case MILITARY -> "military: weapons, training, money for armed forces";
                    case FINANCIAL -> "financial: money or loans for a budget or an economy";
                    case HUMANITARIAN -> "humanitarian: relief, refugees, health, food, energy repair, reconstruction";
                    case MIXED -> "mixed: several kinds at once";
                    case UNKNOWN -> "not said";
                });
    }

    static Wording of(Stage stage) {
        return new Wording(
                stage.slug(),
                switch (stage) {
                    case BLOCKED -> "blocked: vetoed, held up or cancelled";
                    case REQUESTED -> "requested: asked for or proposed to a legislature";
                    case PLANNED -> "planned: expected or in preparation";
                    case ANNOUNCED -> "announced: pledged, or approved by the donor's government";
                    case APPROPRIATED -> "appropriated: passed by the donor's legislature";
                    case DELIVERED -> "delivered: arrived or paid out";
                });
    }
}
