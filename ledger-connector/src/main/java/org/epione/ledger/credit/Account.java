package org.epione.ledger.credit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.codec.MalformedEncodingException;
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

  /** The points at first, and what moved them since, the earliest first. */
  void write(CanonicalWriter to) {
    List<Movement> movements = new ArrayList<>(movements());
    Collections.reverse(movements);
    to.u16(movements.isEmpty() ? score.points() : movements.get(0).before());
    to.list(
        movements,
        (each, movement) -> {
          movement.cause().write(each);
          each.u16(movement.after().points())
              .optional(movement.after().expelledAt(), CanonicalWriter::instant);
        });
  }

  /** Reads what {@link #write} wrote. */
  static Account read(CanonicalReader from) {
    Account account = Account.of(new Score(from.u16(), Optional.empty()));
    List<Moved> moves =
        from.list(
            Integer.MAX_VALUE,
            each ->
                new Moved(
                    Cause.read(each),
                    new Score(each.u16(), each.optional(CanonicalReader::instant))));
    for (Moved move : moves) {
      if (move.to().equals(account.score)) {
        throw new MalformedEncodingException("a movement that moves nothing");
      }
      account = account.moved(move.cause(), move.to());
    }
    return account;
  }

  private record Moved(Cause cause, Score to) {}

  /** Latest first. */
  List<Movement> movements() {
    List<Movement> movements = new ArrayList<>();
    for (Account at = this; at != null && at.last != null; at = at.earlier) {
      movements.add(at.last);
    }
    return List.copyOf(movements);
  }
}
