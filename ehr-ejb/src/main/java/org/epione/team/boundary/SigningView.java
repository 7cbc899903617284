package org.epione.team.boundary;

import java.util.List;

/**
 * Exactly what a doctor is about to sign; the time of signing is added at the moment of signing.
 *
 * @param order the doctors in the order that is signed
 * @param contentDigest digest of the salted text, part of what is signed; {@code sign} signs only
 *     this
 * @param previousDigest digest of the statement before, empty for the first
 */
public record SigningView(
    String episode,
    int step,
    int draftVersion,
    String reference,
    String patient,
    int place,
    List<String> order,
    String text,
    String contentDigest,
    String previousDigest,
    boolean last) {

  /** Never the text. */
  @Override
  public String toString() {
    return reference + " " + place;
  }
}
