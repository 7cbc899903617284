package org.epione.ledger.connector.port;

import jakarta.ejb.Local;
import java.util.List;
import java.util.Optional;
import org.epione.ledger.identity.PartyCertificate;
import org.epione.ledger.identity.PartyKind;
import org.epione.ledger.identity.Pid;

/** The parties known here, with certificates that were checked before they were taken in. */
@Local
public interface PartyDirectory {

  /** The certificate of the party with this code. */
  Optional<PartyCertificate> certificate(String code);

  /** The code of the party with this pseudo-identity. */
  Optional<String> codeOf(Pid pid);

  /** The codes of all parties of this kind. */
  List<String> codes(PartyKind kind);

  /** Whether this deployment holds the keys of the party with this code. */
  boolean hosts(String code);
}
