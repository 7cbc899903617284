package org.epione.ledger.identity;

import java.util.regex.Pattern;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;

/**
 * What a {@link PartyCertificate} certifies; the system manager signs {@link #toSign}.
 *
 * @param pid pseudo-identity
 * @param kind what the party does
 * @param code its public name, e.g. {@code HOSPITAL-A}: 2 to 32 of A-Z, 0-9 and -
 * @param signingKey Ed25519 public key, 32 bytes
 * @param receivingKey HPKE public key (X25519), 32 bytes
 * @param validity when the certificate counts
 * @param issuer pseudo-identity of the system manager; for the system manager itself the same as
 *     {@code pid}
 */
public record PartyIdentity(
    Pid pid,
    PartyKind kind,
    String code,
    ByteString signingKey,
    ByteString receivingKey,
    Validity validity,
    Pid issuer) {

  private static final String TAG = "epione.party-identity";
  private static final int MAX_CODE = 32;
  private static final Pattern CODE = Pattern.compile("[A-Z0-9-]{2,32}");

  /** Checks form and lengths; keys are checked as keys only where they are used. */
  public PartyIdentity {
    if (!CODE.matcher(code).matches()) {
      throw new IllegalArgumentException("bad party code");
    }
    KeyLengths.require(signingKey, KeyLengths.ED25519_KEY, "an Ed25519 key");
    KeyLengths.require(receivingKey, KeyLengths.HPKE_KEY, "an HPKE key");
  }

  /** The canonical encoding, which is what the issuer signs with Ed25519. */
  public byte[] toSign() {
    CanonicalWriter to = CanonicalWriter.of(TAG, 1);
    pid.write(to);
    to.u8(kind.code()).text(code);
    to.fixed(signingKey.bytes(), KeyLengths.ED25519_KEY);
    to.fixed(receivingKey.bytes(), KeyLengths.HPKE_KEY);
    validity.write(to);
    issuer.write(to);
    return to.toByteArray();
  }

  /** Reads what {@link #toSign} wrote. */
  public static PartyIdentity decode(byte[] encoded) {
    return CanonicalReader.decode(
        TAG,
        1,
        encoded,
        from ->
            new PartyIdentity(
                Pid.read(from),
                PartyKind.of(from.u8()),
                from.text(MAX_CODE),
                ByteString.of(from.fixed(KeyLengths.ED25519_KEY)),
                ByteString.of(from.fixed(KeyLengths.HPKE_KEY)),
                Validity.read(from),
                Pid.read(from)));
  }

  /** The certificate with the issuer's signature over {@link #toSign}. */
  public PartyCertificate signed(byte[] signature) {
    return new PartyCertificate(this, ByteString.of(signature));
  }
}
