package org.epione.sharing.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import org.epione.ledger.connector.port.PartyDirectory;
import org.epione.ledger.identity.PartyCertificate;
import org.epione.ledger.identity.Pid;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.PartyCode;

/** The directory's certificates, where an act of a person cannot go on without one. */
@ApplicationScoped
public class PartyCertificates {

  @EJB private PartyDirectory directory;

  /**
   * The certificate of that party.
   *
   * @throws RefusedException EHR-1020 when it has none
   */
  PartyCertificate require(PartyCode party) {
    return directory
        .certificate(party.value())
        .orElseThrow(() -> new RefusedException(ErrorCode.PARTY_UNKNOWN));
  }

  /** The pseudo-identity of that party, by which its chain is named. */
  Pid pid(PartyCode party) {
    return require(party).pid();
  }
}
