package org.epione.ledger.block;

import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.signature.Ed25519;
import org.epione.ledger.identity.KeyLengths;
import org.epione.ledger.identity.PartyCertificate;

/**
 * A header with the signatures of both supernodes: what makes a block final. Decoding checks no
 * signature.
 *
 * @param header the header
 * @param hospital the hospital's Ed25519 signature over the header, 64 bytes
 * @param cloud the cloud's Ed25519 signature over the header, 64 bytes
 */
public record SignedHeader(BlockHeader header, ByteString hospital, ByteString cloud) {

  /** Most bytes in an encoding. */
  public static final int MAX_LENGTH = 1024;

  private static final String TAG = "epione.signed-header";

  /** Checks the lengths. */
  public SignedHeader {
    KeyLengths.require(hospital, KeyLengths.ED25519_SIGNATURE, "an Ed25519 signature");
    KeyLengths.require(cloud, KeyLengths.ED25519_SIGNATURE, "an Ed25519 signature");
  }

  /** Whether {@code signature} is that of the certificate's holder over {@code header}. */
  public static boolean signedBy(
      Ed25519 ed25519, PartyCertificate signer, BlockHeader header, ByteString signature) {
    return ed25519.verify(
        ed25519.decodePublicKey(signer.identity().signingKey().bytes()),
        header.encode(),
        signature.bytes());
  }

  /** The canonical encoding. */
  public byte[] encode() {
    return CanonicalWriter.of(TAG, 1)
        .bytes(header.encode())
        .fixed(hospital.bytes(), KeyLengths.ED25519_SIGNATURE)
        .fixed(cloud.bytes(), KeyLengths.ED25519_SIGNATURE)
        .toByteArray();
  }

  /** Reads what {@link #encode} wrote. */
  public static SignedHeader decode(byte[] encoded) {
    return CanonicalReader.decode(
        TAG,
        1,
        encoded,
        from ->
            new SignedHeader(
                BlockHeader.decode(from.bytes(MAX_LENGTH)),
                ByteString.of(from.fixed(KeyLengths.ED25519_SIGNATURE)),
                ByteString.of(from.fixed(KeyLengths.ED25519_SIGNATURE))));
  }
}
