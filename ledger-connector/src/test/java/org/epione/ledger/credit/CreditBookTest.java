package org.epione.ledger.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.epione.ledger.identity.Pid;
import org.epione.ledger.rules.CreditRules;
import org.junit.jupiter.api.Test;

class CreditBookTest {

  private static final CreditRules RULES = new CreditRules(100, 60, 100, 10, 1);
  private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");

  private static Pid doctor(int number) {
    return Pid.of(new byte[] {(byte) number});
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
        book = book.rejected(doctor, at);
        int points = Math.max(0, before.points() - 10);
        Optional<Instant> expelled =
            before.expelledAt().isPresent() || points >= 60 ? before.expelledAt() : Optional.of(at);
        model.put(doctor, new Score(points, expelled));
      } else {
        book = book.accepted(doctor);
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
      book = book.rejected(doctor(1), NOW.plusSeconds(i));
    }
    assertThat(book.of(doctor(1)).orElseThrow()).isEqualTo(new Score(60, Optional.empty()));

    book = book.rejected(doctor(1), NOW.plusSeconds(5));
    assertThat(book.of(doctor(1)).orElseThrow().expelledAt()).contains(NOW.plusSeconds(5));
    for (int i = 0; i < 50; i++) {
      book = book.accepted(doctor(1));
    }
    assertThat(book.of(doctor(1)).orElseThrow().inGoodStanding()).isFalse();
  }

  @Test
  void withRules_shouldExpelWhoIsBelowARaisedFloor() {
    CreditBook book =
        CreditBook.under(RULES).enrolled(doctor(1)).enrolled(doctor(2)).rejected(doctor(1), NOW);

    CreditBook raised = book.withRules(new CreditRules(100, 95, 100, 10, 1), NOW.plusSeconds(1));

    assertThat(raised.of(doctor(1)).orElseThrow().inGoodStanding()).isFalse();
    assertThat(raised.of(doctor(2)).orElseThrow().inGoodStanding()).isTrue();
    assertThat(book.of(doctor(1)).orElseThrow().inGoodStanding()).isTrue();
  }

  @Test
  void digest_shouldDependOnScoresAndRulesAlone() {
    CreditBook one = CreditBook.under(RULES).enrolled(doctor(1)).enrolled(doctor(2));
    CreditBook other = CreditBook.under(RULES).enrolled(doctor(2)).enrolled(doctor(1));

    assertThat(one.digest()).isEqualTo(other.digest());
    assertThat(one.rejected(doctor(1), NOW).digest()).isNotEqualTo(one.digest());
    assertThat(one.withRules(new CreditRules(100, 50, 100, 10, 1), NOW).digest())
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
