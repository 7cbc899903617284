package org.epione.party.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.hybrid.HpkePublicKey;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.PartyCode;

/** Parties' receiving keys, as the system manager has certified them. */
@Stateless
@PermitAll
public class ReceivingKeys {

  @EJB private Parties parties;
  @Inject private CryptoSuite crypto;

  /** The key of a party that the directory knows. */
  public Optional<HpkePublicKey> of(PartyCode party) {
    return parties
        .certificate(party)
        .map(found -> crypto.hpke().decodePublicKey(found.identity().receivingKey().bytes()));
  }

  /**
   * The key of a party that must be known.
   *
   * @throws RefusedException EHR-1020 when it is not
   */
  public HpkePublicKey require(PartyCode party) {
    return of(party).orElseThrow(() -> new RefusedException(ErrorCode.PARTY_UNKNOWN));
  }
}
