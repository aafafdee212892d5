package dev.tranche.cli;

import dev.tranche.encounter.EncounterKind;
import dev.tranche.export.About;
import dev.tranche.fact.AidType;
import dev.tranche.fact.Stage;
import dev.tranche.ledger.Standing;
import dev.tranche.print.Nearest;
import dev.tranche.statement.Stance;
import dev.tranche.view.Pivot;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Turns the lower-case word of an option into the constant of an enum, and names the nearest word for another one.
 *
 * @param <E> the enum
 */
abstract class WordConverter<E extends Enum<E>> implements ITypeConverter<E> {

    private final E[] constants;

    WordConverter(E[] constants) {
        this.constants = constants;
    }

    @Override
    public E convert(String word) {
        List<String> words = Arrays.stream(constants)
                .map(each -> each.name().toLowerCase(Locale.ROOT))
                .toList();
        int at = words.indexOf(word.toLowerCase(Locale.ROOT));
        if (at >= 0) {
            return constants[at];
        }
        String hint = Nearest.of(word, words)
                .map(near -> " Did you mean '" + near + "'?")
                .orElse("");
        throw new TypeConversionException("'" + word + "' is not one of " + String.join(", ", words) + "." + hint);
    }

    /** Converts the word of {@code --format}. */
    static final class OfFormat extends WordConverter<OutputFormat> {
        OfFormat() {
            super(OutputFormat.values());
        }
    }

    /** Converts the word of {@code --format} of tables. */
    static final class OfTable extends WordConverter<TableFormat> {
        OfTable() {
            super(TableFormat.values());
        }
    }

    /** Converts the word of {@code --only}. */
    static final class OfPart extends WordConverter<About.Part> {
        OfPart() {
            super(About.Part.values());
        }
    }

    /** Converts the word of {@code --stage}. */
    static final class OfStage extends WordConverter<Stage> {
        OfStage() {
            super(Stage.values());
        }
    }

    /** Converts the word of {@code --color}. */
    static final class OfColour extends WordConverter<ColourMode> {
        OfColour() {
            super(ColourMode.values());
        }
    }

    /** Converts the word of {@code --type}. */
    static final class OfAidType extends WordConverter<AidType> {
        OfAidType() {
            super(AidType.values());
        }
    }

    /** Converts the word of {@code --standing}. */
    static final class OfStanding extends WordConverter<Standing> {
        OfStanding() {
            super(Standing.values());
        }
    }

    /** Converts the word of {@code --stance}. */
    static final class OfStance extends WordConverter<Stance> {
        OfStance() {
            super(Stance.values());
        }
    }

    /** Converts the word of {@code --kind} of encounters. */
    static final class OfEncounter extends WordConverter<EncounterKind> {
        OfEncounter() {
            super(EncounterKind.values());
        }
    }

    /** Converts a word of {@code --by}. */
    static final class OfSide extends WordConverter<Pivot.Side> {
        OfSide() {
            super(Pivot.Side.values());
        }
    }
}
