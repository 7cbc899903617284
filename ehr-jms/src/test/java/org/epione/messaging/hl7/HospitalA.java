package org.epione.messaging.hl7;

import java.util.Optional;
import org.epione.ledger.identity.Pid;
import org.epione.party.boundary.Parties;
import org.epione.party.boundary.PartyView;
import org.epione.platform.identity.PartyCode;
import org.epione.platform.identity.PartyRole;

/** A directory with one admitted hospital, one of another server, and the cloud. */
final class HospitalA extends Parties {

  @Override
  public Optional<PartyView> find(PartyCode code) {
    return switch (code.value()) {
      case "HOSPITAL-A" -> party(code, PartyRole.HOSPITAL, "00", true);
      case "HOSPITAL-B" -> party(code, PartyRole.HOSPITAL, "02", false);
      case "CLOUD" -> party(code, PartyRole.CLOUD, "01", true);
      default -> Optional.empty();
    };
  }

  private static Optional<PartyView> party(
      PartyCode code, PartyRole role, String pid, boolean hosted) {
    return Optional.of(new PartyView(code, role, code.value(), "local", Pid.ofHex(pid), hosted));
  }
}
