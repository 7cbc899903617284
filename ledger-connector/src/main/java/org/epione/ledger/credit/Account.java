package org.epione.ledger.credit;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A score and how it came about; immutable, and shares its past with the accounts before it, so
 * that a movement costs the same however many there were.
 */
final class Account {

  private final Score score;
  private final @Nullable Movement last;
  private final @Nullable Account earlier;

  private Account(Score score, @Nullable Movement last, @Nullable Account earlier) {
    this.score = score;
    this.last = last;
    this.earlier = earlier;
  }

  static Account of(Score score) {
    return new Account(score, null, null);
  }

  Account moved(Cause cause, Score to) {
    return to.equals(score) ? this : new Account(to, new Movement(cause, score.points(), to), this);
  }

  Score score() {
    return score;
  }

  /** Latest first. */
  List<Movement> movements() {
    List<Movement> movements = new ArrayList<>();
    for (Account at = this; at != null && at.last != null; at = at.earlier) {
      movements.add(at.last);
    }
    return List.copyOf(movements);
  }
}
