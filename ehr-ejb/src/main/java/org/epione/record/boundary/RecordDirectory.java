package org.epione.record.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.record.DiagnosisBody;
import org.epione.ledger.record.LedgerRecord;
import org.epione.record.control.RecordStore;
import org.epione.record.entity.MedicalRecord;

/**
 * Where finished records of the hospitals of this server are, for other features; nothing medical.
 * Pages and resources do not call this.
 */
@Stateless
@PermitAll
public class RecordDirectory {

  @Inject private RecordStore records;

  public Optional<RecordFacts> find(RecordId record) {
    return records.find(record.hex()).map(RecordDirectory::facts);
  }

  /** The header of a record's ciphertext, as its last doctor signed it, encoded. */
  public Optional<ByteString> header(RecordId record) {
    return records
        .find(record.hex())
        .map(found -> LedgerRecord.decode(found.diagnosis()).body())
        .filter(DiagnosisBody.class::isInstance)
        .map(body -> ((DiagnosisBody) body).header());
  }

  private static RecordFacts facts(MedicalRecord record) {
    return new RecordFacts(
        record.state().name(),
        record.reason(),
        Digest.ofHex(record.diagnosisId()),
        record.storedId().map(Digest::ofHex),
        Digest.ofHex(record.ciphertextDigest()),
        record.ciphertextLength(),
        record.location());
  }
}
