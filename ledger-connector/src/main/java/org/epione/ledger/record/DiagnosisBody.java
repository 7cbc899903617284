package org.epione.ledger.record;

import java.util.List;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.scheme.multisig.Statement;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.identity.KeyLengths;
import org.epione.ledger.identity.Pid;

/**
 * The result of an episode: what each doctor of the team signed, the one aggregate signature, and
 * the ciphertext to the patient, which the cloud holds.
 *
 * @param episode identity of the episode (EID)
 * @param patient the patient's pseudo-identity in this episode
 * @param statements M_1 to M_n; their digests of what was written must be salted
 * @param aggregate the team's aggregate signature, 48 bytes
 * @param header encoded {@code ScopedHeader} of the ciphertext, from which its validity is seen
 * @param ciphertext digest of the whole ciphertext
 * @param ciphertextLength its length in bytes
 * @param cloud pseudo-identity of the cloud that is to hold it
 * @param sealedEvidence X: alpha, ID_p, PID_h and ID_D, sealed to the hospital with HPKE
 */
public record DiagnosisBody(
    RecordId episode,
    Pid patient,
    List<Statement> statements,
    ByteString aggregate,
    ByteString header,
    Digest ciphertext,
    long ciphertextLength,
    Pid cloud,
    ByteString sealedEvidence)
    implements RecordBody {

  /** Most bytes of sealed evidence. */
  public static final int MAX_EVIDENCE = 4096;

  private static final String TAG = "epione.diagnosis";
  private static final int MAX_STATEMENT = 4096;
  private static final int MAX_HEADER = 1024;

  /** Checks lengths and numbers. */
  public DiagnosisBody {
    statements = List.copyOf(statements);
    if (statements.isEmpty() || statements.size() > Statement.MAX_SIGNERS) {
      throw new IllegalArgumentException("1 to " + Statement.MAX_SIGNERS + " statements");
    }
    KeyLengths.require(aggregate, KeyLengths.BLS_SIGNATURE, "an aggregate signature");
    if (header.size() > MAX_HEADER) {
      throw new IllegalArgumentException("header too long");
    }
    if (ciphertextLength < 1) {
      throw new IllegalArgumentException("no ciphertext");
    }
    if (sealedEvidence.size() > MAX_EVIDENCE) {
      throw new IllegalArgumentException("evidence too long");
    }
  }

  @Override
  public RecordType type() {
    return RecordType.DIAGNOSIS;
  }

  @Override
  public byte[] encode() {
    CanonicalWriter to = CanonicalWriter.of(TAG, 1);
    RecordFields.episode(to, episode);
    patient.write(to);
    to.list(statements, (writer, statement) -> writer.bytes(statement.encode()));
    to.fixed(aggregate.bytes(), KeyLengths.BLS_SIGNATURE);
    to.bytes(header.bytes());
    RecordFields.digest(to, ciphertext);
    to.u64(ciphertextLength);
    cloud.write(to);
    return to.bytes(sealedEvidence.bytes()).toByteArray();
  }

  /** Reads what {@link #encode} wrote. */
  public static DiagnosisBody decode(byte[] encoded) {
    return CanonicalReader.decode(
        TAG,
        1,
        encoded,
        from ->
            new DiagnosisBody(
                RecordFields.episode(from),
                Pid.read(from),
                from.list(
                    Statement.MAX_SIGNERS, item -> Statement.decode(item.bytes(MAX_STATEMENT))),
                RecordFields.fixed(from, KeyLengths.BLS_SIGNATURE),
                ByteString.of(from.bytes(MAX_HEADER)),
                RecordFields.digest(from),
                from.u64(),
                Pid.read(from),
                ByteString.of(from.bytes(MAX_EVIDENCE))));
  }
}
