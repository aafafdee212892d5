package dev.tranche.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The cues of a word are the bits of one long. */
class CueTest {

    @Test
    void allCuesFitIntoOneWord() {
        assertThat(Cue.values()).hasSizeLessThanOrEqualTo(Long.SIZE);
    }
}
