package org.epione.record.boundary;

import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.transcript.Digest;

/**
 * The record that an addendum adds to (FHIR: {@code Composition.relatesTo} with the code {@code
 * appends}).
 *
 * @param reference what people call its episode, {@code E-XXXX-XXXX-XXXX}
 * @param diagnosis id of its DIAGNOSIS record on the chain, 32 bytes
 */
public record AppendedRecord(String reference, Digest diagnosis) {

  private static final int MAX_REFERENCE = 256;

  void write(CanonicalWriter to) {
    to.text(reference).fixed(diagnosis.bytes(), Digest.LENGTH);
  }

  static AppendedRecord read(CanonicalReader from) {
    return new AppendedRecord(from.text(MAX_REFERENCE), Digest.decode(from.fixed(Digest.LENGTH)));
  }
}
