package org.epione.ledger.connector.store;

import java.time.Instant;
import java.util.Optional;
import org.epione.crypto.codec.ByteString;

/**
 * Who makes a hospital's blocks.
 *
 * @param server names one run of one server
 * @param epoch grows by one each time the lease is taken
 * @param taken when it was taken, by the database's clock
 * @param expires until when it is held unless renewed, by the database's clock
 * @param agreed whether the cloud has confirmed under this epoch where the chain ends
 * @param question what it was asked with last
 * @param asked when, by the server's clock
 * @param asOf when this was so, by the database's clock
 */
public record LeaseRow(
    String server,
    long epoch,
    Instant taken,
    Instant expires,
    boolean agreed,
    Optional<ByteString> question,
    Optional<Instant> asked,
    Instant asOf) {

  /** A lease that was just taken. */
  public LeaseRow(String server, long epoch, Instant taken, Instant expires) {
    this(server, epoch, taken, expires, false, Optional.empty(), Optional.empty(), taken);
  }

  /** Whether it had not expired. */
  public boolean isHeld() {
    return asOf.isBefore(expires);
  }
}
