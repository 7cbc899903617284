package org.epione.chain.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import java.util.Optional;
import java.util.stream.Collectors;
import org.epione.ledger.connector.LogWitnesses;
import org.epione.ledger.connector.TransparencyLogs;
import org.epione.ledger.transparency.NoteKey;
import org.epione.ledger.transparency.SignedNote;
import org.epione.ledger.transparency.TilePath;

/**
 * What everybody may see of the chains made here: signed heads and hashes, which tell nothing of
 * the records. With them a witness or monitor notices a hospital that changes its history.
 */
@Stateless
@PermitAll
public class PublishedLogs {

  @EJB private TransparencyLogs logs;
  @EJB private LogWitnesses witnesses;

  /** The signed head (C2SP tlog-checkpoint). */
  public Optional<byte[]> checkpoint(String hospital) {
    return logs.checkpoint(hospital).map(SignedNote::encode);
  }

  /** The head of this size, if there was one: what an anchor is compared with. */
  public Optional<byte[]> checkpoint(String hospital, long size) {
    return logs.checkpoint(hospital, size).map(SignedNote::encode);
  }

  /** The time stamp on the head of this size (RFC 3161, TimeStampResp). */
  public Optional<byte[]> stamp(String hospital, long size) {
    return logs.stamp(hospital, size).map(stamp -> stamp.response().bytes());
  }

  /** The key that signs the heads (C2SP signed-note). */
  public Optional<String> key(String hospital) {
    return logs.key(hospital).map(NoteKey::text);
  }

  /** The keys of the log's witnesses, each in a line (C2SP tlog-cosignature). */
  public Optional<String> witnesses(String hospital) {
    return logs.key(hospital)
        .map(
            log ->
                witnesses.of(hospital).stream()
                    .map(witness -> witness.key().text() + "\n")
                    .collect(Collectors.joining()));
  }

  /**
   * Hashes (C2SP tlog-tiles).
   *
   * @param path what follows {@code tile/}
   */
  public Optional<byte[]> tile(String hospital, String path) {
    return TilePath.parse(path)
        .filter(tile -> !tile.isEntries())
        .flatMap(tile -> logs.tile(hospital, tile));
  }
}
