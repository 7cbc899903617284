package org.epione.team.boundary;

import java.time.Instant;
import java.util.List;
import org.epione.attachment.boundary.AttachmentView;

/** What a doctor before wrote, decrypted and verified. */
public record PartView(
    int place, String doctor, Instant signedAt, String text, List<AttachmentView> attachments) {

  /** Never the text. */
  @Override
  public String toString() {
    return "part " + place;
  }
}
