package org.epione.party.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import java.util.List;
import java.util.Optional;
import org.epione.platform.identity.PartyCode;

/** The directory of parties: who they are, where they are, and their certificates. */
@Stateless
@PermitAll
public class Parties {

  /** The party of that code. */
  public Optional<PartyView> find(PartyCode code) {
    throw new UnsupportedOperationException();
  }

  /** All parties, by code. */
  public List<PartyView> all() {
    throw new UnsupportedOperationException();
  }

  /** The parties whose keys this server holds, by code. */
  public List<PartyView> hosted() {
    throw new UnsupportedOperationException();
  }

  /** Whether this server holds the keys of that party. */
  public boolean hosts(PartyCode code) {
    throw new UnsupportedOperationException();
  }
}
