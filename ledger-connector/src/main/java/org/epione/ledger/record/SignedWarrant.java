package org.epione.ledger.record;

import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.scheme.warrant.Warrant;
import org.epione.crypto.signature.BlsSignature;
import org.epione.ledger.identity.KeyLengths;

/**
 * A patient's warrant for one doctor with the patient's signature, not yet checked.
 *
 * @param warrant the warrant; on a chain its purpose is a code such as {@code TREAT}, never text
 * @param signature BLS signature under the patient's key of the episode, 48 bytes
 */
public record SignedWarrant(Warrant warrant, ByteString signature) {

  private static final int MAX_WARRANT = 2048;

  /** Checks the length of the signature, and that the purpose is a code. */
  public SignedWarrant {
    KeyLengths.require(signature, KeyLengths.BLS_SIGNATURE, "a BLS signature");
    RecordFields.requireCode(warrant.purpose(), "purpose");
  }

  /** A warrant as the patient just signed it. */
  public static SignedWarrant of(Warrant warrant, BlsSignature signature) {
    return new SignedWarrant(warrant, ByteString.of(signature.encode()));
  }

  void write(CanonicalWriter to) {
    to.bytes(warrant.encode()).fixed(signature.bytes(), KeyLengths.BLS_SIGNATURE);
  }

  static SignedWarrant read(CanonicalReader from) {
    return new SignedWarrant(
        Warrant.decode(from.bytes(MAX_WARRANT)),
        RecordFields.fixed(from, KeyLengths.BLS_SIGNATURE));
  }
}
