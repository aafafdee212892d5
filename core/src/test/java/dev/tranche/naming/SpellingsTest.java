package dev.tranche.naming;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which written names may be one person's. */
class SpellingsTest {

    @ParameterizedTest
    @CsvSource({
        "Dmytro Kuleba, Dmitri Kouleba",
        "Antony Blinken, Anthony Blinken",
        "Andrei Belousov, Andrey Beloussov",
        "Volodymyr Zelenskyy, Vladimir Zelenskiy",
        "Vlodymyr Zelenskiy, Volodymyr Zelensky",
        "Ivan Zhukov, Ivan Joukov",
        "Olha Stefanishyna, Olga Stefanichina",
        "Petro Kharchenko, Petr Harchenko",
        "Ihor Hrytsak, Igor Gritsak",
        "Mykola Shcherbakov, Nikolai Chtcherbakov",
        "Orysia Lutsevych, Orysia Lucevich",
        "Sergei Rudskoi, Sergey Rudskoy",
        "J. Marlowe, Jane Marlowe",
        "Kask, Tarvo Kask",
    })
    void transcriptionsShortFormsAndSlipsMayBeOne(String one, String other) {
        assertThat(Spellings.maySame(one, other)).isTrue();
        assertThat(Spellings.maySame(other, one)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "Anna Horvat, Marko Horvat",
        "Andrei Popescu, Andrea Popescu",
        "Volodymyr Zelensky, Olena Zelenska",
        "Ivan Petrov, Ivan Petrenko",
        "Oleg Rudenko, Oleg Rudnik",
        "Kyrylo Budanov, Kyrylo Tymoshenko",
        "Joe Biden, Hunter Biden",
        "K. Marlowe, Jane Marlowe",
        "Bob Hill, Bob Gill",
    })
    void otherPeopleStayApart(String one, String other) {
        assertThat(Spellings.maySame(one, other)).isFalse();
        assertThat(Spellings.maySame(other, one)).isFalse();
    }
}
