package org.epione.sharing.boundary;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.epione.attachment.boundary.AttachmentView;
import org.epione.record.boundary.AppendedRecord;
import org.epione.record.boundary.Composition;

/**
 * A record from elsewhere as its reader sees it; decrypted for this one answer and kept nowhere.
 *
 * @param leftOut doctors of the team who did not sign, as the patient agreed
 * @param appends of an addendum, the record that it adds to, as its doctors signed
 * @param verified whether every part is what its author signed, in that order, as it stands on the
 *     hospital's chain
 */
public record SharedRecord(
    String reference,
    String hospital,
    String hospitalName,
    String complaint,
    String symptomCode,
    List<Part> parts,
    List<Composition.LeftOut> leftOut,
    Optional<AppendedRecord> appends,
    boolean verified) {

  /**
   * What one doctor of the team wrote.
   *
   * @param matchesSignature whether it is what the statement on the chain says
   */
  public record Part(
      int position,
      String author,
      Instant signedAt,
      String text,
      List<AttachmentView> attachments,
      boolean matchesSignature) {

    /** Never the text. */
    @Override
    public String toString() {
      return "Part " + position;
    }
  }

  public SharedRecord {
    parts = List.copyOf(parts);
    leftOut = List.copyOf(leftOut);
  }

  /** Never what is in it. */
  @Override
  public String toString() {
    return "SharedRecord of " + parts.size() + " parts";
  }
}
