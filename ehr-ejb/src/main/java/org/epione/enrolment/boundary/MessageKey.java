package org.epione.enrolment.boundary;

import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.transcript.Digest;

/**
 * What makes a message the same message: sending application, sending facility and control id,
 * MSH-3, MSH-4 and MSH-10 as sent.
 */
public record MessageKey(String application, String facility, String controlId) {

  /** The three parts under one digest, in hex. */
  public String digest() {
    return Digest.of(
            CanonicalWriter.of("epione.hl7-message-key", 1)
                .text(application)
                .text(facility)
                .text(controlId)
                .toByteArray())
        .hex();
  }
}
