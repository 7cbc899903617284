package org.epione.ledger.connector;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.epione.ledger.connector.port.PartyDirectory;
import org.epione.ledger.connector.store.CosignerRow;
import org.epione.ledger.connector.store.LedgerStore;
import org.epione.ledger.connector.store.WitnessRow;
import org.epione.ledger.connector.witness.Witnesses;
import org.epione.ledger.identity.PartyCertificate;
import org.epione.ledger.transparency.Checkpoint;
import org.epione.ledger.transparency.NoteKey;

/**
 * The witnesses of the logs made here, and what the witnesses hosted here found. Who may see and
 * decide is for the feature to say before it asks.
 */
@Stateless
@PermitAll
public class LogWitnesses {

  private record Pair(String witness, String hospital) {}

  @Resource(lookup = "java:app/jdbc/EpioneDS")
  private DataSource dataSource;

  @EJB private PartyDirectory directory;

  /** For the container. */
  public LogWitnesses() {}

  /** The witnesses of the log of this hospital; none before its first head. */
  public List<WitnessStanding> of(String hospital) {
    LedgerStore store = new LedgerStore(dataSource);
    Map<String, CosignerRow> rows =
        store.cosigners().of(hospital).stream()
            .collect(Collectors.toMap(CosignerRow::witness, Function.identity()));
    return store
        .checkpoints()
        .latest(hospital)
        .map(note -> Checkpoint.parse(note.text()).size())
        .map(
            size ->
                Witnesses.of(hospital, directory).stream()
                    .flatMap(witness -> directory.certificate(witness).stream())
                    .map(
                        party -> standing(party, Optional.ofNullable(rows.get(party.code())), size))
                    .toList())
        .orElse(List.of());
  }

  private static WitnessStanding standing(
      PartyCertificate witness, Optional<CosignerRow> row, long size) {
    long cosigned = row.map(CosignerRow::cosigned).orElse(0L);
    return new WitnessStanding(
        witness.code(),
        NoteKey.of(witness.identity(), NoteKey.Role.WITNESS),
        cosigned,
        row.flatMap(CosignerRow::cosignedAt),
        size - cosigned,
        row.flatMap(CosignerRow::refusal));
  }

  /** What the witnesses hosted here found, newest first. */
  public List<FoundContradiction> contradictions() {
    LedgerStore store = new LedgerStore(dataSource);
    Set<Pair> suspended = new HashSet<>();
    for (WitnessRow row : store.witnesses().suspended()) {
      suspended.add(new Pair(row.witness(), row.hospital()));
    }
    return store.contradictions().all().stream()
        .map(
            row ->
                new FoundContradiction(
                    row.witness(),
                    row.hospital(),
                    row.seen(),
                    row.evidence(),
                    suspended.contains(new Pair(row.witness(), row.hospital()))))
        .toList();
  }

  /** How many logs are not cosigned any more by witnesses hosted here. */
  public long suspended() {
    return new LedgerStore(dataSource).witnesses().suspended().size();
  }

  /**
   * A person decided: the witness cosigns this log again, if it goes on from the head that was
   * cosigned last. The evidence stays.
   */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public void resume(String witness, String hospital) {
    new LedgerStore(dataSource).witnesses().resume(witness, hospital);
  }
}
