package org.epione.ledger.identity;

import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;

/**
 * The system manager's statement, signed with Ed25519, that a server's keys belong to its
 * pseudo-identity; the system manager's own certificate is signed by itself. A decoded certificate
 * has the right form, no more: whether the signature holds is decided where it is used.
 *
 * @param identity what is certified
 * @param signature Ed25519 over {@link PartyIdentity#toSign}, 64 bytes
 */
public record PartyCertificate(PartyIdentity identity, ByteString signature) {

  /** Most bytes in an encoding. */
  public static final int MAX_LENGTH = 1024;

  private static final String TAG = "epione.party-certificate";

  /** Checks the length of the signature. */
  public PartyCertificate {
    KeyLengths.require(signature, KeyLengths.ED25519_SIGNATURE, "an Ed25519 signature");
  }

  /** Pseudo-identity of the party. */
  public Pid pid() {
    return identity.pid();
  }

  /** Public name of the party. */
  public String code() {
    return identity.code();
  }

  /** What the party does. */
  public PartyKind kind() {
    return identity.kind();
  }

  /** The canonical encoding. */
  public byte[] encode() {
    return CanonicalWriter.of(TAG, 1)
        .bytes(identity.toSign())
        .fixed(signature.bytes(), KeyLengths.ED25519_SIGNATURE)
        .toByteArray();
  }

  /** Reads what {@link #encode} wrote. */
  public static PartyCertificate decode(byte[] encoded) {
    return CanonicalReader.decode(
        TAG,
        1,
        encoded,
        from ->
            new PartyCertificate(
                PartyIdentity.decode(from.bytes(MAX_LENGTH)),
                ByteString.of(from.fixed(KeyLengths.ED25519_SIGNATURE))));
  }
}
