package org.epione.chain.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import java.util.List;
import java.util.Optional;
import org.epione.ledger.connector.port.PartyDirectory;
import org.epione.ledger.identity.PartyCertificate;
import org.epione.ledger.identity.PartyKind;
import org.epione.ledger.identity.Pid;
import org.epione.party.boundary.Parties;
import org.epione.platform.identity.PartyCode;
import org.epione.platform.identity.PartyRole;

/** The directory of parties for the ledger connector. */
@Stateless
@PermitAll
public class LedgerDirectory implements PartyDirectory {

  @EJB private Parties parties;

  @Override
  public Optional<PartyCertificate> certificate(String code) {
    return code(code).flatMap(parties::certificate);
  }

  @Override
  public Optional<String> codeOf(Pid pid) {
    return parties.find(pid).map(party -> party.code().value());
  }

  @Override
  public List<String> codes(PartyKind kind) {
    return parties.ofRole(PartyRole.valueOf(kind.name())).stream()
        .map(party -> party.code().value())
        .toList();
  }

  @Override
  public boolean hosts(String code) {
    return code(code).map(parties::hosts).orElse(false);
  }

  private static Optional<PartyCode> code(String text) {
    return Optional.of(text).filter(PartyCode::isValid).map(PartyCode::new);
  }
}
