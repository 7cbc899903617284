package org.epione.supervision.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.epione.account.boundary.Role;
import org.epione.crypto.transcript.Digest;
import org.epione.party.boundary.Parties;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.PartyCode;
import org.epione.platform.identity.PartyRole;
import org.epione.supervision.control.Rulings;

/** The system manager sets the rules of credit; they count once they stand on the chain. */
@Stateless
@RolesAllowed(Role.Name.SYSTEM_MANAGER)
public class CreditRuling {

  @EJB private Parties parties;
  @Inject private Rulings rulings;

  /** The rules of all hospitals, by code. */
  public List<RulesView> all() {
    return parties.ofRole(PartyRole.HOSPITAL).stream()
        .map(hospital -> rulings.of(hospital.code(), hospital.displayName()))
        .toList();
  }

  /**
   * Records new rules on a hospital's chain. Whoever is then below the floor is expelled or
   * suspended.
   *
   * @return id of the record
   * @throws RefusedException EHR-1003 if there is no such hospital, EHR-4705 for rules that make no
   *     sense together
   */
  public Digest change(String hospital, WeightsView weights) {
    boolean known =
        PartyCode.isValid(hospital)
            && parties
                .find(new PartyCode(hospital))
                .filter(party -> party.role() == PartyRole.HOSPITAL)
                .isPresent();
    if (!known) {
      throw new RefusedException(ErrorCode.NOT_FOUND);
    }
    return rulings.change(new PartyCode(hospital), weights);
  }
}
