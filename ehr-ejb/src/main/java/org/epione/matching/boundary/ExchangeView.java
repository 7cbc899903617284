package org.epione.matching.boundary;

import java.util.Optional;
import org.epione.crypto.codec.ByteString;

/**
 * One comparison, as this patient's browser needs it. Whether the other agreed to meet is in it
 * only after this patient did.
 *
 * @param own this patient's pseudonym
 * @param ownCertificate digest of its certificate, 32 bytes
 * @param peer the other's pseudonym
 * @param peerCertificate digest of its certificate
 * @param beginner whether this side is A of SPAKE2
 * @param sealed the browser's state
 * @param agreed whether this patient agreed to meet
 * @param together whether both did
 * @param sent how many messages this side sent
 * @param received how many came, once both agreed
 */
public record ExchangeView(
    String id,
    ByteString own,
    ByteString ownCertificate,
    ByteString peer,
    ByteString peerCertificate,
    boolean beginner,
    Due due,
    Optional<ByteString> peerShare,
    Optional<ByteString> peerConfirmation,
    Optional<ByteString> sealed,
    boolean agreed,
    boolean together,
    int sent,
    int received,
    Optional<EndedBy> endedBy) {

  /** Without what is in it. */
  @Override
  public String toString() {
    return "ExchangeView " + id;
  }
}
