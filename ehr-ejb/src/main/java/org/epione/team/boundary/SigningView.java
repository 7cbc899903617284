package org.epione.team.boundary;

import java.util.List;
import java.util.Optional;
import org.epione.attachment.boundary.AttachmentView;
import org.epione.record.boundary.AppendedRecord;

/**
 * Exactly what a doctor is about to sign; the time of signing is added at the moment of signing.
 *
 * @param appends the record that this one adds to, also signed
 * @param order the doctors in the order that is signed
 * @param attachments files that belong to the text, also signed
 * @param contentDigest digest of the salted text with its attachments, part of what is signed;
 *     {@code sign} signs only this
 * @param previousDigest digest of the statement before, empty for the first
 */
public record SigningView(
    String episode,
    int step,
    int draftVersion,
    String reference,
    String patient,
    Optional<AppendedRecord> appends,
    int place,
    List<String> order,
    String text,
    List<Attached> attachments,
    String contentDigest,
    String previousDigest,
    boolean last) {

  /** A file, and the digest of its content, by which it can be recognised. */
  public record Attached(AttachmentView file, String digest) {}

  /** Never the text. */
  @Override
  public String toString() {
    return reference + " " + place;
  }
}
