package org.epione.ledger.credit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.identity.Pid;
import org.epione.ledger.rules.CreditRules;
import org.epione.ledger.rules.Supervision;
import org.epione.ledger.versioned.VersionedMap;

/**
 * The scores of all doctors of a chain and of its hospital (improved DPoS, Liu D), immutable.
 * Points move only through records, and each score knows the records that moved it. Points alone
 * never end an expulsion or suspension: the system manager's decision on an appeal does.
 */
public final class CreditBook {

  private static final String TAG = "epione.credit-state";
  private static final int MAX_RULES = 256;

  private final CreditRules rules;
  private final VersionedMap<Pid, Account> accounts;

  private CreditBook(CreditRules rules, VersionedMap<Pid, Account> accounts) {
    this.rules = rules;
    this.accounts = accounts;
  }

  /** A book without scores. */
  public static CreditBook under(CreditRules rules) {
    return new CreditBook(rules, VersionedMap.empty());
  }

  /** The rules in force. */
  public CreditRules rules() {
    return rules;
  }

  /** The standing of a doctor or hospital known to the chain. */
  public Optional<Score> of(Pid holder) {
    return accounts.get(holder).map(Account::score);
  }

  /** All standings by pseudo-identity. */
  public Map<Pid, Score> all() {
    Map<Pid, Score> all = new TreeMap<>();
    accounts.toMap().forEach((holder, account) -> all.put(holder, account.score()));
    return all;
  }

  /** What moved this score, latest first; empty if nothing did. */
  public List<Movement> movements(Pid holder) {
    return accounts.get(holder).map(Account::movements).orElse(List.of());
  }

  /** A doctor, or the hospital, appears on the chain; one that is known stays as is. */
  public CreditBook enrolled(Pid holder) {
    return accounts.contains(holder)
        ? this
        : new CreditBook(
            rules, accounts.with(holder, Account.of(new Score(rules.initial(), Optional.empty()))));
  }

  /** A record of the doctor was refused through the doctor's own fault. */
  public CreditBook rejected(Pid doctor, Cause cause) {
    return lowered(doctor, rules.rejection(), cause);
  }

  /** The system manager upheld a report against the hospital that costs so many points. */
  public CreditBook reported(Pid hospital, int points, Cause cause) {
    return lowered(hospital, points, cause);
  }

  /** A diagnosis that the doctor signed last stands on the chain. */
  public CreditBook accepted(Pid doctor, Cause cause) {
    return raised(doctor, rules.acceptance(), cause);
  }

  /** The cloud holds what a diagnosis of the hospital's doctors encrypts. */
  public CreditBook stored(Pid hospital, Cause cause) {
    return of(hospital).isEmpty()
        ? this
        : raised(hospital, rules.supervision().map(Supervision::storage).orElse(0), cause);
  }

  /** What was taken is given back; whoever is then at the floor or above is in good standing. */
  public CreditBook returned(Pid holder, int points, Cause cause) {
    Score before = known(holder);
    int risen = risen(before, points);
    return moved(
        holder,
        new Score(risen, risen < rules.floor() ? before.expelledAt() : Optional.empty()),
        cause);
  }

  /** Whoever was expelled or suspended starts again; in good standing, nothing changes. */
  public CreditBook readmitted(Pid holder, Cause cause) {
    return known(holder).inGoodStanding()
        ? this
        : moved(
            holder,
            new Score(
                rules.supervision().map(Supervision::readmission).orElse(rules.floor()),
                Optional.empty()),
            cause);
  }

  /** New rules; whoever is below a raised floor is expelled or suspended. */
  public CreditBook withRules(CreditRules changed, Cause cause) {
    CreditBook book = new CreditBook(changed, accounts);
    for (Map.Entry<Pid, Score> entry : all().entrySet()) {
      Score score = entry.getValue();
      if (score.inGoodStanding() && score.points() < changed.floor()) {
        book =
            book.moved(entry.getKey(), new Score(score.points(), Optional.of(cause.at())), cause);
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

  /** Adds rules, standings and what moved them to an encoding, ordered by pseudo-identity. */
  public void write(CanonicalWriter to) {
    to.bytes(rules.encode())
        .list(
            new TreeMap<>(accounts.toMap()).entrySet(),
            (each, entry) -> {
              entry.getKey().write(each);
              entry.getValue().write(each);
            });
  }

  /** Reads what {@link #write} wrote. */
  public static CreditBook read(CanonicalReader from) {
    CreditRules rules = CreditRules.decode(from.bytes(MAX_RULES));
    TreeMap<Pid, Account> accounts = new TreeMap<>();
    List<Map.Entry<Pid, Account>> entries =
        from.list(Integer.MAX_VALUE, each -> Map.entry(Pid.read(each), Account.read(each)));
    for (Map.Entry<Pid, Account> entry : entries) {
      if (!accounts.isEmpty() && accounts.lastKey().compareTo(entry.getKey()) >= 0) {
        throw new MalformedEncodingException("scores out of order");
      }
      accounts.put(entry.getKey(), entry.getValue());
    }
    return new CreditBook(rules, VersionedMap.of(accounts));
  }

  private CreditBook lowered(Pid holder, int by, Cause cause) {
    Score before = known(holder);
    int points = Math.max(0, before.points() - by);
    Optional<Instant> expelledAt = before.expelledAt();
    if (expelledAt.isEmpty() && points < rules.floor()) {
      expelledAt = Optional.of(cause.at());
    }
    return moved(holder, new Score(points, expelledAt), cause);
  }

  private CreditBook raised(Pid holder, int by, Cause cause) {
    Score before = known(holder);
    return moved(holder, new Score(risen(before, by), before.expelledAt()), cause);
  }

  /** Whoever is above a lowered maximum stays there. */
  private int risen(Score before, int by) {
    return Math.max(before.points(), Math.min(rules.maximum(), before.points() + by));
  }

  private Score known(Pid holder) {
    return of(holder).orElseThrow(() -> new IllegalStateException("no such score on the chain"));
  }

  private CreditBook moved(Pid holder, Score to, Cause cause) {
    Account account = accounts.get(holder).orElseThrow();
    return new CreditBook(rules, accounts.with(holder, account.moved(cause, to)));
  }
}
