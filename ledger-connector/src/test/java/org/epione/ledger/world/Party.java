package org.epione.ledger.world;

import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.hybrid.HpkeKeyPair;
import org.epione.crypto.signature.Ed25519KeyPair;
import org.epione.ledger.identity.PartyCertificate;
import org.epione.ledger.identity.PartyIdentity;
import org.epione.ledger.identity.PartyKind;
import org.epione.ledger.identity.Pid;
import org.epione.ledger.identity.Validity;

/** A server with its keys. */
public final class Party {

  private final CryptoSuite suite;
  private final Ed25519KeyPair keys;
  private final PartyCertificate certificate;

  Party(
      CryptoSuite suite,
      PartyKind kind,
      String code,
      Validity validity,
      java.util.Optional<Party> issuer) {
    this.suite = suite;
    this.keys = suite.ed25519().generate();
    HpkeKeyPair receiving = suite.hpke().generate();
    Pid pid = Pid.of(suite.random().bytes(60));
    PartyIdentity identity =
        new PartyIdentity(
            pid,
            kind,
            code,
            ByteString.of(keys.publicKey().encode()),
            ByteString.of(receiving.publicKey().encode()),
            validity,
            issuer.map(Party::pid).orElse(pid));
    this.certificate = identity.signed(issuer.orElse(this).sign(identity.toSign()));
  }

  /** Ed25519. */
  public byte[] sign(byte[] message) {
    return suite.ed25519().sign(keys.secretKey(), message);
  }

  /** What it certifies. */
  public PartyCertificate certificate() {
    return certificate;
  }

  /** Its pseudo-identity. */
  public Pid pid() {
    return certificate.pid();
  }

  /** Its code. */
  public String code() {
    return certificate.code();
  }
}
