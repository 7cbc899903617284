package org.epione.ledger.credit;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.identity.Pid;
import org.epione.ledger.rules.CreditRules;
import org.epione.ledger.versioned.VersionedMap;

/**
 * The scores of all doctors of a chain (improved DPoS, Liu D), immutable. Points move only through
 * records; expulsion is for good.
 */
public final class CreditBook {

  private static final String TAG = "epione.credit-state";

  private final CreditRules rules;
  private final VersionedMap<Pid, Score> scores;

  private CreditBook(CreditRules rules, VersionedMap<Pid, Score> scores) {
    this.rules = rules;
    this.scores = scores;
  }

  /** A book without doctors. */
  public static CreditBook under(CreditRules rules) {
    return new CreditBook(rules, VersionedMap.empty());
  }

  /** The rules in force. */
  public CreditRules rules() {
    return rules;
  }

  /** The standing of a doctor known to the chain. */
  public Optional<Score> of(Pid doctor) {
    return scores.get(doctor);
  }

  /** All standings by pseudo-identity. */
  public Map<Pid, Score> all() {
    return new TreeMap<>(scores.toMap());
  }

  /** A doctor appears on the chain; one that is known stays as is. */
  public CreditBook enrolled(Pid doctor) {
    return scores.contains(doctor) ? this : put(doctor, rules.initial(), Optional.empty());
  }

  /** A record of the doctor was refused through the doctor's own fault. */
  public CreditBook rejected(Pid doctor, Instant at) {
    Score before = known(doctor);
    int points = Math.max(0, before.points() - rules.rejection());
    Optional<Instant> expelledAt = before.expelledAt();
    if (expelledAt.isEmpty() && points < rules.floor()) {
      expelledAt = Optional.of(at);
    }
    return put(doctor, points, expelledAt);
  }

  /** A diagnosis that the doctor signed last stands on the chain. */
  public CreditBook accepted(Pid doctor) {
    Score before = known(doctor);
    int points = Math.min(rules.maximum(), before.points() + rules.acceptance());
    return put(doctor, Math.max(points, before.points()), before.expelledAt());
  }

  /** New rules; whoever is below a raised floor is expelled. */
  public CreditBook withRules(CreditRules changed, Instant at) {
    CreditBook book = new CreditBook(changed, scores);
    for (Map.Entry<Pid, Score> entry : all().entrySet()) {
      Score score = entry.getValue();
      if (score.inGoodStanding() && score.points() < changed.floor()) {
        book = book.put(entry.getKey(), score.points(), Optional.of(at));
      }
    }
    return book;
  }

  /** SHA-256 of rules and all standings in canonical encoding, ordered by pseudo-identity. */
  public Digest digest() {
    return Digest.of(
        CanonicalWriter.of(TAG, 1)
            .bytes(rules.encode())
            .list(
                all().entrySet(),
                (to, entry) -> {
                  entry.getKey().write(to);
                  to.u32(entry.getValue().points());
                  to.optional(entry.getValue().expelledAt(), CanonicalWriter::instant);
                })
            .toByteArray());
  }

  private Score known(Pid doctor) {
    return of(doctor).orElseThrow(() -> new IllegalStateException("no such doctor on the chain"));
  }

  private CreditBook put(Pid doctor, int points, Optional<Instant> expelledAt) {
    return new CreditBook(rules, scores.with(doctor, new Score(points, expelledAt)));
  }
}
