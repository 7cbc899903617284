package org.epione.record.boundary;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.epione.attachment.boundary.AttachmentView;

/**
 * A record as its patient reads it, decrypted in her session; each entry was compared with what its
 * author signed.
 *
 * @param diagnosisId id of the record on the chain, in hex
 * @param leftOut doctors of the team who did not sign, as the patient agreed
 * @param appends of an addendum, the record that it adds to, as its doctors signed
 * @param appended the same among the patient's records
 * @param addenda what was added to this record, the latest first
 */
public record RecordView(
    String id,
    String reference,
    String hospital,
    String complaint,
    String symptomCode,
    String diagnosisId,
    String ciphertextDigest,
    List<EntryView> entries,
    List<Composition.LeftOut> leftOut,
    Optional<AppendedRecord> appends,
    Optional<RecordRow> appended,
    List<RecordRow> addenda) {

  /** One doctor's part. */
  public record EntryView(
      int place, String author, Instant time, String text, List<AttachmentView> attachments) {
    /** Never the text. */
    @Override
    public String toString() {
      return "entry " + place;
    }
  }

  /** Never what is in it. */
  @Override
  public String toString() {
    return reference;
  }
}
