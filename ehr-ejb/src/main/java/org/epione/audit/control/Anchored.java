package org.epione.audit.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.epione.audit.boundary.AnchorView;
import org.epione.audit.boundary.AnchoringView;
import org.epione.ledger.connector.AnchoringStatus;
import org.epione.ledger.connector.LogAnchor;
import org.epione.ledger.connector.LogAnchors;

/** Anchors of logs, for people. */
@ApplicationScoped
public class Anchored {

  @EJB private LogAnchors anchors;

  /** Those of this hospital's log. */
  public AnchoringView of(String hospital) {
    AnchoringStatus status = anchors.of(hospital);
    return new AnchoringView(
        status.network(),
        status.account(),
        status.problem(),
        status.tried(),
        status.anchors().stream().map(Anchored::view).toList());
  }

  private static AnchorView view(LogAnchor anchor) {
    return new AnchorView(
        anchor.size(),
        anchor.network(),
        anchor.account(),
        anchor.transaction(),
        anchor.state().name(),
        anchor.block().isPresent() ? Optional.of(anchor.block().getAsLong()) : Optional.empty(),
        anchor.confirmations(),
        anchor.signed(),
        anchor.confirmed());
  }
}
