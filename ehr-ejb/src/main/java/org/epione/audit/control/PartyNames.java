package org.epione.audit.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import org.epione.party.boundary.Parties;
import org.epione.party.boundary.PartyView;
import org.epione.platform.identity.PartyCode;

/** What people call a party. */
@ApplicationScoped
public class PartyNames {

  @EJB private Parties parties;

  /** The name of the party with this code; the code where it is not known here. */
  String of(PartyCode code) {
    return parties.find(code).map(PartyView::displayName).orElse(code.value());
  }
}
