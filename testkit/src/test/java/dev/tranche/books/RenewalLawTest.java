package dev.tranche.books;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tranche.dating.StatedDate;
import dev.tranche.fact.AidType;
import dev.tranche.fact.Fact;
import dev.tranche.fact.RuleId;
import dev.tranche.fact.Stage;
import dev.tranche.fact.Terms;
import dev.tranche.mention.Bound;
import dev.tranche.mention.StatedAmount;
import dev.tranche.resolve.Claim;
import dev.tranche.resolve.ClaimGroup;
import dev.tranche.resolve.ClaimGroups;
import dev.tranche.resolve.Origins;
import dev.tranche.resolve.TextTag;
import dev.tranche.text.Document;
import dev.tranche.text.DocumentId;
import dev.tranche.text.Evidence;
import dev.tranche.text.Span;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is updated step by step equals what is built at once; {@code -Dseed=} replays. */
class RenewalLawTest {

    private static final long SEED = Long.getLong("seed", 20221221L);
    private static final List<Integer> MILLIONS =
            List.of(100, 105, 110, 400, 400, 410, 390, 1850, 1800, 2000, 275, 300);
    private static final List<String> CURRENCIES = List.of("USD", "USD", "USD", "EUR");
    private static final List<List<String>> DONORS =
            List.of(List.of("US"), List.of("US"), List.of("DE"), List.of(), List.of("US", "GB"));
    private static final List<List<String>> RECIPIENTS =
            List.of(List.of("UA"), List.of("UA"), List.of("MD"), List.of(), List.of("UA", "MD"));
    private static final List<Optional<String>> AUTHORITIES =
            List.of(Optional.empty(), Optional.empty(), Optional.of("PDA"), Optional.of("USAI"));

    @Test
    void groupsOfClaimsThatComeAndGoAreThoseOfTheClaimsThatAreThere() {
        int joined = 0;
        for (int s = 0; s < 25; s++) {
            Random random = new Random(SEED + s);
            ClaimGroups groups = new ClaimGroups();
            Map<ClaimGroup, String> standing = new HashMap<>();
            List<Claim> there = new ArrayList<>();
            int days = 5 + random.nextInt(300);
            for (int step = 0; step < 60; step++) {
                List<Claim> in = new ArrayList<>();
                for (int i = 0; i < (step == 0 ? 200 : random.nextInt(5)); i++) {
                    in.add(claim("r" + s + "-" + step + "-" + i % 3, i, days, random));
                }
                Collections.shuffle(there, random);
                List<Claim> out = List.copyOf(there.subList(0, Math.min(there.size(), random.nextInt(5))));
                there.removeAll(out);
                there.addAll(in);
                ClaimGroups.Change change = groups.update(out, in);
                change.gone().forEach(gone -> assertThat(standing.remove(gone)).isNotNull());
                change.come().forEach(come -> standing.put(come, names(come)));
                Set<String> fresh = new HashSet<>();
                new ClaimGroups().update(List.of(), there).come().forEach(group -> fresh.add(names(group)));
                assertThat(new HashSet<>(standing.values()))
                        .as("seed %d, step %d", SEED + s, step)
                        .isEqualTo(fresh);
                joined += fresh.size() < there.size() ? 1 : 0;
            }
        }
        assertThat(joined).isGreaterThan(1_000);
    }

    private static String names(ClaimGroup group) {
        return group.claims().stream().map(Claim::id).toList().toString();
    }

    private static Claim claim(String report, int index, int days, Random random) {
        StatedAmount amount = StatedAmount.of(
                BigDecimal.valueOf(pick(MILLIONS, random)).movePointRight(6),
                pick(CURRENCIES, random),
                pick(List.of(Bound.values()), random));
        Terms terms = new Terms(
                amount,
                pick(DONORS, random),
                pick(RECIPIENTS, random),
                pick(List.of(AidType.values()), random),
                pick(List.of(Stage.values()), random),
                pick(AUTHORITIES, random));
        LocalDate day = LocalDate.of(2022, 1, 1).plusDays(random.nextInt(days));
        StatedDate said = switch (random.nextInt(6)) {
            case 0 -> StatedDate.UNKNOWN;
            case 1 -> StatedDate.between(day, day.plusDays(random.nextInt(60)));
            default -> StatedDate.on(day);
        };
        Fact fact = new Fact.Aid(
                terms,
                OptionalInt.empty(),
                random.nextInt(6) == 0 ? OptionalInt.of(1 + random.nextInt(3)) : OptionalInt.empty(),
                Optional.empty(),
                List.of(),
                new Evidence(new DocumentId(report), new Span(index, index + 1), "x"),
                new RuleId("law"),
                said);
        Claim.Source source = new Claim.Source(
                report,
                Optional.of("o" + random.nextInt(9)),
                random.nextInt(9),
                StatedDate.UNKNOWN,
                random.nextInt(3),
                false);
        return Claim.of(source, index, fact);
    }

    private static <T> T pick(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }

    @Test
    void originsOfTextsThatComeInOneByOneAreThoseOfAllAtOnce() {
        int copies = 0;
        for (int s = 0; s < 12; s++) {
            Random random = new Random(SEED + s);
            List<Document> texts = new ArrayList<>();
            for (int i = 0; i < 250; i++) {
                texts.add(Document.of("t" + i, "", text(random)));
            }
            Origins stepwise = new Origins();
            Map<Integer, Long> told = new HashMap<>();
            for (int i = 0; i < texts.size(); i++) {
                add(stepwise, texts.get(i));
                if (random.nextInt(3) == 0 || i == texts.size() - 1) {
                    for (int place : stepwise.settle()) {
                        told.put(place, stepwise.number(place));
                    }
                }
            }
            List<Integer> order = new ArrayList<>();
            for (int i = 0; i < texts.size(); i++) {
                order.add(i);
            }
            Collections.shuffle(order, random);
            Origins once = new Origins();
            order.forEach(i -> add(once, texts.get(i)));
            once.settle();
            Set<Long> origins = new HashSet<>();
            for (int i = 0; i < order.size(); i++) {
                assertThat(told).as("seed %d", SEED + s).containsEntry(order.get(i), once.number(i));
                origins.add(once.number(i));
            }
            copies += texts.size() - origins.size();
        }
        assertThat(copies).isGreaterThan(200);
    }

    private static void add(Origins origins, Document text) {
        origins.add(TextTag.of(text), Origins.sketch(text.text()));
    }

    /** One of some texts with some of its words changed, or a very short one. */
    private static String text(Random random) {
        Random base = new Random(random.nextInt(60));
        int words = random.nextInt(10) == 0 ? 3 : 40;
        int changed = random.nextInt(20);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < words; i++) {
            int word = base.nextInt(500);
            boolean other = words > 3 && random.nextInt(40) < changed;
            text.append("w").append(other ? random.nextInt(500) : word).append(' ');
        }
        return text.toString();
    }
}
