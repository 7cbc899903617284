package org.epione.ledger.record;

import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.signature.BlsSignature;
import org.epione.ledger.identity.KeyLengths;

/**
 * The author's signature over {@link RecordContent#toSign}; of the right length, not yet checked.
 *
 * @param kind how it is signed
 * @param value 48 bytes for BLS, 64 for Ed25519
 */
public record RecordSignature(SignatureKind kind, ByteString value) {

  /** Checks the length. */
  public RecordSignature {
    KeyLengths.require(value, kind.length(), "a signature of this kind");
  }

  /** A person's signature. */
  public static RecordSignature of(BlsSignature signature) {
    return new RecordSignature(SignatureKind.BLS, ByteString.of(signature.encode()));
  }

  /** A server's signature, 64 bytes. */
  public static RecordSignature ed25519(byte[] signature) {
    return new RecordSignature(SignatureKind.ED25519, ByteString.of(signature));
  }

  void write(CanonicalWriter to) {
    to.u8(kind.code()).fixed(value.bytes(), kind.length());
  }

  static RecordSignature read(CanonicalReader from) {
    SignatureKind kind = SignatureKind.of(from.u8());
    return new RecordSignature(kind, ByteString.of(from.fixed(kind.length())));
  }
}
