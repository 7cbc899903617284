package org.epione.ledger.credit;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.identity.Pid;
import org.epione.ledger.record.RecordType;
import org.epione.ledger.rules.CreditRules;
import org.epione.ledger.rules.Supervision;
import org.junit.jupiter.api.Test;

class CreditBookTest {

  private static final CreditRules RULES = new CreditRules(100, 60, 100, 10, 1);
  private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");

  private static Pid doctor(int number) {
    return Pid.of(new byte[] {(byte) number});
  }

  private static Cause cause(Instant at) {
    Digest any = Digest.of(new byte[] {(byte) at.getEpochSecond()});
    return new Cause(any, any, RecordType.REJECTION, 1, 0, at, "TEAM_BAD_SIGNATURE");
  }

  /** A second, naive account of the same rules, against which the book is held at every step. */
  @Property(tries = 300)
  void book_shouldEqualANaiveRecount_atEveryStep(
      @ForAll @Size(max = 120) List<@IntRange(min = 0, max = 11) Integer> events) {
    CreditBook book = CreditBook.under(RULES);
    Map<Pid, Score> model = new TreeMap<>();
    List<CreditBook> books = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      book = book.enrolled(doctor(i));
      model.put(doctor(i), new Score(100, Optional.empty()));
    }
    int second = 0;
    for (int event : events) {
      Instant at = NOW.plusSeconds(second++);
      Pid doctor = doctor(event % 4);
      Score before = model.get(doctor);
      if (event < 6) {
        book = book.rejected(doctor, cause(at));
        int points = Math.max(0, before.points() - 10);
        Optional<Instant> expelled =
            before.expelledAt().isPresent() || points >= 60 ? before.expelledAt() : Optional.of(at);
        model.put(doctor, new Score(points, expelled));
      } else {
        book = book.accepted(doctor, cause(at));
        model.put(doctor, new Score(Math.min(100, before.points() + 1), before.expelledAt()));
      }
      books.add(book);
      assertThat(book.all()).isEqualTo(model);
    }
    books.forEach(earlier -> assertThat(earlier.all()).hasSize(4));
  }

  @Test
  void rejected_shouldExpelForGood_whenBelowTheFloor() {
    CreditBook book = CreditBook.under(RULES).enrolled(doctor(1));
    for (int i = 0; i < 4; i++) {
      book = book.rejected(doctor(1), cause(NOW.plusSeconds(i)));
    }
    assertThat(book.of(doctor(1)).orElseThrow()).isEqualTo(new Score(60, Optional.empty()));

    book = book.rejected(doctor(1), cause(NOW.plusSeconds(5)));
    assertThat(book.of(doctor(1)).orElseThrow().expelledAt()).contains(NOW.plusSeconds(5));
    for (int i = 0; i < 50; i++) {
      book = book.accepted(doctor(1), cause(NOW));
    }
    assertThat(book.of(doctor(1)).orElseThrow().inGoodStanding()).isFalse();
  }

  @Test
  void withRules_shouldExpelWhoIsBelowARaisedFloor() {
    CreditBook book =
        CreditBook.under(RULES)
            .enrolled(doctor(1))
            .enrolled(doctor(2))
            .rejected(doctor(1), cause(NOW));

    CreditBook raised =
        book.withRules(new CreditRules(100, 95, 100, 10, 1), cause(NOW.plusSeconds(1)));

    assertThat(raised.of(doctor(1)).orElseThrow().inGoodStanding()).isFalse();
    assertThat(raised.of(doctor(2)).orElseThrow().inGoodStanding()).isTrue();
    assertThat(book.of(doctor(1)).orElseThrow().inGoodStanding()).isTrue();
  }

  @Test
  void movements_shouldAddUpToTheScore_latestFirst() {
    CreditRules rules = CreditRules.DEFAULT;
    CreditBook book = CreditBook.under(rules).enrolled(doctor(1)).enrolled(doctor(2));
    assertThat(book.accepted(doctor(1), cause(NOW)).movements(doctor(1))).isEmpty();
    for (int i = 0; i < 5; i++) {
      book = book.rejected(doctor(1), cause(NOW.plusSeconds(i)));
    }
    book = book.readmitted(doctor(1), cause(NOW.plusSeconds(10)));
    book = book.accepted(doctor(1), cause(NOW.plusSeconds(11)));

    assertThat(book.movements(doctor(1)))
        .extracting(Movement::points)
        .containsExactly(1, 20, -10, -10, -10, -10, -10);
    assertThat(book.of(doctor(1))).contains(new Score(71, Optional.empty()));
    assertThat(book.movements(doctor(2))).isEmpty();
  }

  @Test
  void returned_shouldEndAnExpulsion_onlyAtTheFloorOrAbove() {
    CreditBook book = CreditBook.under(CreditRules.DEFAULT).enrolled(doctor(1));
    book = book.reported(doctor(1), 65, cause(NOW));

    CreditBook below = book.returned(doctor(1), 24, cause(NOW));
    assertThat(below.of(doctor(1))).contains(new Score(59, Optional.of(NOW)));
    assertThat(below.returned(doctor(1), 1, cause(NOW)).of(doctor(1)))
        .contains(new Score(60, Optional.empty()));
    assertThat(book.returned(doctor(1), 200, cause(NOW)).of(doctor(1)))
        .contains(new Score(100, Optional.empty()));
  }

  @Test
  void encode_shouldKeepTheFormThatFirstChainsHave_withoutSupervision() {
    assertThat(HexFormat.of().formatHex(RULES.encode()))
        .isEqualTo(
            "13"
                + HexFormat.of().formatHex("epione.credit-rules".getBytes(US_ASCII))
                + "010064003c0064000a0001");
    assertThat(HexFormat.of().formatHex(CreditRules.DEFAULT.encode()))
        .isEqualTo(
            "13"
                + HexFormat.of().formatHex("epione.credit-rules".getBytes(US_ASCII))
                + "020064003c0064000a0001000500140032000100"
                + "46");
    assertThat(CreditRules.decode(CreditRules.DEFAULT.encode())).isEqualTo(CreditRules.DEFAULT);
  }

  @Test
  void supervision_shouldRefuse_whenItMakesNoSense() {
    for (int[] bad :
        List.of(
            new int[] {0, 20, 50, 1, 70},
            new int[] {5, 4, 50, 1, 70},
            new int[] {5, 20, 19, 1, 70},
            new int[] {5, 20, 70000, 1, 70},
            new int[] {5, 20, 50, -1, 70},
            new int[] {5, 20, 50, 1, 59},
            new int[] {5, 20, 50, 1, 101})) {
      assertThatThrownBy(
              () ->
                  new CreditRules(
                      100,
                      60,
                      100,
                      10,
                      1,
                      Optional.of(new Supervision(bad[0], bad[1], bad[2], bad[3], bad[4]))))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void digest_shouldDependOnScoresAndRulesAlone() {
    CreditBook one = CreditBook.under(RULES).enrolled(doctor(1)).enrolled(doctor(2));
    CreditBook other = CreditBook.under(RULES).enrolled(doctor(2)).enrolled(doctor(1));

    assertThat(one.digest()).isEqualTo(other.digest());
    assertThat(one.rejected(doctor(1), cause(NOW)).digest()).isNotEqualTo(one.digest());
    assertThat(one.withRules(new CreditRules(100, 50, 100, 10, 1), cause(NOW)).digest())
        .isNotEqualTo(one.digest());
  }

  @Test
  void rules_shouldRefuse_whenTheyMakeNoSense() {
    for (int[] bad :
        List.of(
            new int[] {50, 60, 100, 10, 1},
            new int[] {100, 60, 90, 10, 1},
            new int[] {100, -1, 100, 10, 1},
            new int[] {100, 60, 100, 0, 1},
            new int[] {100, 60, 100, 10, -1},
            new int[] {100, 60, 70000, 10, 1})) {
      assertThatThrownBy(() -> new CreditRules(bad[0], bad[1], bad[2], bad[3], bad[4]))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(CreditRules.decode(RULES.encode())).isEqualTo(RULES);
  }
}
