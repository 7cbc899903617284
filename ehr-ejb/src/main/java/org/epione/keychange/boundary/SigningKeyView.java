package org.epione.keychange.boundary;

import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;

/**
 * A doctor's key to sign with, as she is shown it.
 *
 * @param fingerprint SHA-256 of the key, the first 16 bytes in hex
 * @param certifiedAt when her hospital certified it
 * @param endsAt until when the certificate counts
 * @param endsSoon whether that is so near that she should change it
 * @param last what became of her last change, if there was one
 * @param refusal the chain's reason, where the last was refused; else empty
 * @param earlier how many keys before are still needed, for work that began with them
 */
public record SigningKeyView(
    String fingerprint,
    Instant certifiedAt,
    Instant endsAt,
    boolean endsSoon,
    Optional<KeyChangeState> last,
    String refusal,
    int earlier)
    implements Serializable {

  /** Whether a change waits for the chain. */
  public boolean underWay() {
    return last.filter(state -> state == KeyChangeState.SUBMITTED).isPresent();
  }

  /** Whether the chain refused the last change. */
  public boolean refused() {
    return last.filter(state -> state == KeyChangeState.REFUSED).isPresent();
  }
}
