package org.epione.custody.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.hybrid.HpkePublicKey;
import org.epione.custody.control.Escrows;

/** The shares that a party holds of people's keys; a share is never given out but sealed. */
@Stateless
@PermitAll
public class EscrowShares {

  @Inject private Escrows escrows;

  /**
   * Whether what was sealed to the second holder is its share under these terms.
   *
   * @param from the hospital's receiving key, which authenticates it
   */
  public boolean isShare(EscrowTerms terms, HpkePublicKey from, ByteString sealed) {
    return escrows.isShare(terms, from, sealed);
  }

  /**
   * Seals the second holder's share to the key of a recovery or emergency (HPKE auth mode).
   *
   * @param from the hospital's receiving key
   * @param recovery id of the recovery or emergency, 16 bytes
   * @throws NotOpenedException when it is not the share under these terms
   */
  public ByteString release(
      EscrowTerms terms,
      HpkePublicKey from,
      ByteString sealed,
      ByteString recovery,
      HpkePublicKey to) {
    return escrows.release(terms, from, sealed, recovery, to);
  }
}
