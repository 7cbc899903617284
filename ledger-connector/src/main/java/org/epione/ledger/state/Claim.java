package org.epione.ledger.state;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.pairing.PairingEquation;
import org.epione.crypto.transcript.Digest;

/**
 * Something that is to be checked, perhaps later and together with others.
 *
 * @param kind tag of this kind of check
 * @param parts all that the outcome depends on, as encoded
 * @param check makes it, but for the pairings; what does not decode may throw
 */
record Claim(String kind, List<byte[]> parts, Supplier<Outcome> check) {

  /**
   * What is known without pairings.
   *
   * @param possible whether it may hold
   * @param rest what must hold besides
   */
  record Outcome(boolean possible, Optional<PairingEquation> rest) {

    static final Outcome FAILED = new Outcome(false, Optional.empty());

    static Outcome of(boolean holds) {
      return new Outcome(holds, Optional.empty());
    }

    static Outcome restingOn(PairingEquation equation) {
      return new Outcome(true, Optional.of(equation));
    }
  }

  /** Two claims of the same name hold both or not at all. */
  Digest name() {
    return Digest.of(CanonicalWriter.of(kind, 1).list(parts, CanonicalWriter::bytes).toByteArray());
  }

  Outcome outcome() {
    try {
      return check.get();
    } catch (MalformedEncodingException | IllegalArgumentException e) {
      return Outcome.FAILED;
    }
  }
}
