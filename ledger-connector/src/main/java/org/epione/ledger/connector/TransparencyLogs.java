package org.epione.ledger.connector;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.connector.store.LedgerStore;
import org.epione.ledger.connector.store.StampRow;
import org.epione.ledger.stamp.HeadStamp;
import org.epione.ledger.state.Founding;
import org.epione.ledger.transparency.LogProof;
import org.epione.ledger.transparency.NoteKey;
import org.epione.ledger.transparency.SignedNote;
import org.epione.ledger.transparency.TilePath;

/**
 * The chains made here as transparency logs, for whoever publishes them. Hashes and heads tell
 * nothing of what they are over; entries and proofs hold records, and who may see those is for the
 * feature to decide before it asks.
 */
@Stateless
@PermitAll
public class TransparencyLogs {

  @Resource(lookup = "java:app/jdbc/EpioneDS")
  private DataSource dataSource;

  @EJB private Ledger ledger;

  /** For the container. */
  public TransparencyLogs() {}

  /** The key that signs the heads of this hospital's log. */
  public Optional<NoteKey> key(String hospital) {
    return ledger
        .state(hospital, hospital)
        .flatMap(state -> state.founding())
        .map(Founding::hospital)
        .map(certificate -> NoteKey.of(certificate.identity(), NoteKey.Role.LOG));
  }

  /** The signed head of the log. */
  public Optional<SignedNote> checkpoint(String hospital) {
    return reading().checkpoint(hospital);
  }

  /** The signed head of this size, if there was one. */
  public Optional<SignedNote> checkpoint(String hospital, long size) {
    return reading().checkpoint(hospital, size);
  }

  /** The time stamp on the head of this size, if it has one. */
  public Optional<HeadStamp> stamp(String hospital, long size) {
    return new LedgerStore(dataSource).stamps().find(hospital, size).map(StampRow::stamp);
  }

  /** The largest head that has a time stamp, and the stamp. */
  public Optional<StampRow> stamp(String hospital) {
    return new LedgerStore(dataSource).stamps().newest(hospital);
  }

  /** The hashes of a tile; nothing if the log does not reach there. */
  public Optional<byte[]> tile(String hospital, TilePath path) {
    return reading().tile(hospital, path);
  }

  /** The bundle of entries that belongs to a tile of level 0; nothing if the log ends before. */
  public Optional<byte[]> entries(String hospital, TilePath path) {
    return reading().entries(hospital, path);
  }

  /**
   * The proof that a record stands in the log, under the head that most witnesses cosigned; nothing
   * if there is no such record.
   */
  public Optional<LogProof> proof(String hospital, Digest record) {
    return reading().proof(hospital, record);
  }

  /**
   * The proofs of records that stand in the log, all under one head: the one that most witnesses
   * cosigned of those that cover them. In the order of the log; a record that is not there has
   * none.
   */
  public List<LogProof> proofs(String hospital, Collection<Digest> records) {
    return reading().proofs(hospital, records);
  }

  private LogReading reading() {
    return new LogReading(new LedgerStore(dataSource));
  }
}
