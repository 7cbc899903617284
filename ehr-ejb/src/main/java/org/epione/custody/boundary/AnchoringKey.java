package org.epione.custody.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.epione.custody.control.AnchoringKeyFile;

/** The key that pays for anchors; it stays in custody. */
@Stateless
@PermitAll
public class AnchoringKey {

  @Inject private AnchoringKeyFile file;

  /** Its account: 0x and 40 hexadecimal digits, lower case. */
  public String account() {
    return file.account();
  }

  /**
   * The recoverable ECDSA signature (secp256k1) over Keccak-256 of the message: r, s (32 bytes
   * each), recovery identifier (1 byte).
   */
  public byte[] sign(byte[] message) {
    return file.sign(message);
  }
}
