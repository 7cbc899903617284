package org.epione.ledger.connector.port;

import jakarta.ejb.Local;
import java.util.Optional;

/** Where checkpoints are anchored, and the key that pays for it, which stays where it is. */
@Local
public interface Anchorage {

  /** The network; none while anchoring is off. */
  Optional<AnchorNetwork> network();

  /** The account of the key: {@code 0x} and 40 hexadecimal digits, lower case. */
  String account();

  /**
   * The recoverable ECDSA signature (secp256k1) over the Keccak-256 hash of {@code message}: r and
   * s (32 bytes each), recovery identifier (1 byte, 0 or 1).
   */
  byte[] sign(byte[] message);
}
