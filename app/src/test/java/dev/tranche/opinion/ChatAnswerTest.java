package dev.tranche.opinion;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChatAnswerTest {

    private static final int CANDIDATES = 3;

    private static ChatAnswer said(String content) {
        String quoted = content.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
        return ChatAnswer.parse(
                "{\"choices\":[{\"message\":{\"role\":\"assistant\",\"content\":\"" + quoted + "\"}}]}", CANDIDATES);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"answer\": 2}|2",
                "{\"answer\": \"3\"}|3",
                "```json {\"answer\": 1} ```|1",
                "2|2",
                "' 3.'|3",
                "<think>either 1 or 3</think> {\"answer\": 3}|3",
            })
    void aNumberChoosesACandidate(String content, int number) {
        assertThat(said(content)).isEqualTo(new ChatAnswer.Chosen(number));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"answer\": \"none\"}", "none", "None."})
    void noneChoosesNothing(String content) {
        assertThat(said(content)).isEqualTo(new ChatAnswer.None());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"answer\": 0}",
                "{\"answer\": 4}",
                "{\"answer\": -1}",
                "{\"answer\": 1.5}",
                "{\"answer\": [1]}",
                "{\"answer\": true}",
                "{\"answer\": \"Moldova\"}",
                "{\"reply\": 1}",
                "{\"answer\": ",
                "Candidate 2 is right.",
                "12345678901234567890",
                "",
            })
    void everythingElseIsUnusable(String content) {
        assertThat(said(content)).isInstanceOf(ChatAnswer.Unusable.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>hello</html>",
                "[]",
                "[{\"choices\":[]}]",
                "{}",
                "{\"choices\":[]}",
                "{\"choices\":[{}]}",
                "{\"choices\":[{\"message\":{\"content\":null}}]}",
                "{\"choices\":[{\"message\":{\"content\":\"{\\\"answer\\\": 2}\"}}",
            })
    void aBodyThatIsNoneOfTheInterfaceIsUnusable(String body) {
        assertThat(ChatAnswer.parse(body, CANDIDATES)).isInstanceOf(ChatAnswer.Unusable.class);
    }

    @Test
    void whatIsRepeatedIsOneShortLine() {
        ChatAnswer.Unusable unusable = (ChatAnswer.Unusable) said("so\nmany words " + "x".repeat(500));
        assertThat(unusable.why()).doesNotContain("\n").hasSizeLessThan(160);
    }
}
