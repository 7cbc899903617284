package org.epione.chain.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import org.epione.chain.control.AnchorSettings;
import org.epione.custody.boundary.AnchoringKey;
import org.epione.ledger.connector.port.AnchorNetwork;
import org.epione.ledger.connector.port.Anchorage;

/** Where the ledger connector anchors checkpoints, and the key in custody that pays for it. */
@Stateless
@PermitAll
public class LedgerAnchorage implements Anchorage {

  @Inject private AnchorSettings settings;
  @EJB private AnchoringKey key;

  @Override
  public Optional<AnchorNetwork> network() {
    return settings.network();
  }

  @Override
  public String account() {
    return key.account();
  }

  @Override
  public byte[] sign(byte[] message) {
    return key.sign(message);
  }
}
