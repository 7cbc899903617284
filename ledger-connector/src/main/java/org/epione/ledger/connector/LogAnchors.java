package org.epione.ledger.connector;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.epione.ledger.connector.port.AnchorNetwork;
import org.epione.ledger.connector.port.Anchorage;
import org.epione.ledger.connector.store.AnchorRow;
import org.epione.ledger.connector.store.LedgerStore;
import org.epione.ledger.connector.store.OutsideService;
import org.epione.ledger.connector.store.StandingRow;

/** Where the heads of the logs made here are anchored. Nothing of it is secret. */
@Stateless
@PermitAll
public class LogAnchors {

  private static final int SHOWN = 20;

  @Resource(lookup = "java:app/jdbc/EpioneDS")
  private DataSource dataSource;

  @EJB private Anchorage anchorage;

  /** For the container. */
  public LogAnchors() {}

  /** Those of the log of this hospital. */
  public AnchoringStatus of(String hospital) {
    LedgerStore store = new LedgerStore(dataSource);
    StandingRow standing = store.standings().of(hospital, OutsideService.ANCHOR);
    List<LogAnchor> anchors =
        store.anchors().newest(hospital, SHOWN).stream().map(LogAnchors::anchor).toList();
    Optional<Instant> tried = Optional.of(standing.tried()).filter(at -> at.isAfter(Instant.EPOCH));
    try {
      Optional<AnchorNetwork> network = anchorage.network();
      return new AnchoringStatus(
          network.map(AnchorNetwork::toString),
          network.map(on -> anchorage.account()),
          network.flatMap(on -> standing.problem()),
          tried,
          anchors);
    } catch (EJBException unusable) {
      // The cause says which setting, and not what is in it.
      return new AnchoringStatus(
          Optional.empty(),
          Optional.empty(),
          Optional.ofNullable(unusable.getCausedByException()).map(Exception::getMessage),
          tried,
          anchors);
    }
  }

  private static LogAnchor anchor(AnchorRow row) {
    return new LogAnchor(
        row.size(),
        row.network(),
        row.account(),
        row.hash(),
        row.state(),
        row.block().map(block -> OptionalLong.of(block.number())).orElse(OptionalLong.empty()),
        row.confirmations(),
        row.signed(),
        row.confirmed());
  }
}
