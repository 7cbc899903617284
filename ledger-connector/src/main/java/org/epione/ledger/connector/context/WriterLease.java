package org.epione.ledger.connector.context;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.epione.ledger.connector.store.ChainRow;
import org.epione.ledger.connector.store.LeaseRow;
import org.epione.ledger.connector.store.LeaseTable;

/**
 * The right to decide on a hospital's blocks, which one of the servers on one database has at a
 * time: with more than one, the same records would be drafted twice and refused once by the
 * database. Held until it expires by the database's clock; renewed by each step.
 *
 * <p>Every question is asked in the transaction that writes, while the chain is locked, and the
 * lease is taken over under the same lock. So nothing that was written under an epoch is committed
 * after a later epoch began, however long the writer was frozen: PostgreSQL has then ended its
 * transaction ({@code Database}), and what it still has in memory is not committed.
 */
public final class WriterLease {

  /** How long a server that died keeps the others waiting. */
  public static final Duration DEFAULT = Duration.ofSeconds(15);

  private final String server;
  private final Duration length;
  private final Map<String, Long> epochs = new ConcurrentHashMap<>();
  private final Map<String, Long> heights = new ConcurrentHashMap<>();

  /**
   * Leases of one run of one server.
   *
   * @param server its name, different at each start
   * @param length how long a lease is held without being renewed
   */
  public WriterLease(String server, Duration length) {
    this.server = server;
    this.length = length;
  }

  /**
   * Holds the lease, takes it if it is free, or finds that another server has it.
   *
   * @return the lease, if this server may decide on the chain in this transaction
   */
  public Optional<LeaseRow> hold(LeaseTable leases, ChainRow row) {
    String hospital = row.hospital();
    long highest = heights.merge(hospital, row.height(), Math::max);
    if (row.height() < highest) {
      // The database was restored under this server. Whatever the lease says is of another time.
      heights.put(hospital, row.height());
      epochs.merge(hospital, 1L, Long::sum);
    }
    Optional<LeaseRow> found = leases.find(hospital);
    Optional<LeaseRow> held =
        found.filter(lease -> isOurs(hospital, lease)).filter(LeaseRow::isHeld);
    if (held.isPresent()) {
      renew(leases, hospital, held.get());
      return held;
    }
    boolean free =
        found.filter(lease -> !lease.server().equals(server)).filter(LeaseRow::isHeld).isEmpty();
    return free ? Optional.of(take(leases, hospital, found)) : Optional.empty();
  }

  private LeaseRow take(LeaseTable leases, String hospital, Optional<LeaseRow> before) {
    Instant now = before.map(LeaseRow::asOf).orElseGet(leases::now);
    long last = Math.max(before.map(LeaseRow::epoch).orElse(0L), epochs.getOrDefault(hospital, 0L));
    LeaseRow taken = new LeaseRow(server, last + 1, now, now.plus(length));
    leases.take(hospital, taken);
    epochs.put(hospital, last + 1);
    return taken;
  }

  /** Lets the others have it at once, if this server has it. */
  public void release(LeaseTable leases, String hospital) {
    leases
        .find(hospital)
        .filter(lease -> isOurs(hospital, lease))
        .ifPresent(lease -> leases.extend(hospital, lease.epoch(), leases.now()));
  }

  private void renew(LeaseTable leases, String hospital, LeaseRow lease) {
    Instant now = lease.asOf();
    if (now.plus(length.multipliedBy(2).dividedBy(3)).isAfter(lease.expires())) {
      leases.extend(hospital, lease.epoch(), now.plus(length));
    }
  }

  private boolean isOurs(String hospital, LeaseRow lease) {
    return lease.server().equals(server) && epochs.getOrDefault(hospital, 0L) == lease.epoch();
  }
}
