package org.epione.testing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.hybrid.HpkeKeyPair;
import org.epione.crypto.signature.Ed25519KeyPair;
import org.epione.custody.boundary.ServerKeys;
import org.epione.ledger.identity.PartyCertificate;
import org.epione.ledger.identity.PartyIdentity;
import org.epione.ledger.identity.PartyKind;
import org.epione.ledger.identity.Pid;
import org.epione.ledger.identity.Validity;
import org.epione.party.boundary.Parties;
import org.epione.platform.identity.PartyCode;

/** Certified parties for tests, some hosted, some elsewhere with keys that the test holds. */
public final class TestParties {

  private final Container container;
  private final ServerKeys serverKeys;
  private final Parties parties;
  private final CryptoSuite crypto;

  /** Makes the system manager, hosted here, as the first of the directory. */
  public TestParties(Container container) {
    this.container = container;
    this.serverKeys = container.bean(ServerKeys.class);
    this.parties = container.bean(Parties.class);
    this.crypto = container.bean(CryptoSuite.class);
    if (parties.certificate(PartyCode.SYSTEM_MANAGER).isEmpty()) {
      host(PartyCode.SYSTEM_MANAGER, PartyKind.SYSTEM_MANAGER);
    }
  }

  /** A party that this server hosts, certified and in the directory. */
  public PartyCertificate host(PartyCode code, PartyKind kind) {
    if (!serverKeys.holds(code)) {
      serverKeys.create(code);
    }
    return register(
        identity(
            code,
            kind,
            serverKeys.signingKey(code).encode(),
            serverKeys.receivingKey(code).encode()),
        "local");
  }

  /** A party of another server, certified and in the directory. */
  public PartyCertificate remote(
      PartyCode code, PartyKind kind, Ed25519KeyPair signing, HpkeKeyPair receiving) {
    return register(
        identity(code, kind, signing.publicKey().encode(), receiving.publicKey().encode()),
        "elsewhere");
  }

  /** What the system manager certifies of a party, not signed yet. */
  public PartyIdentity identity(
      PartyCode code, PartyKind kind, byte[] signingKey, byte[] receivingKey) {
    Pid pid =
        Pid.of(
            serverKeys.sealPseudonym(
                PartyCode.SYSTEM_MANAGER, code.value().getBytes(StandardCharsets.UTF_8)));
    Pid issuer =
        parties.certificate(PartyCode.SYSTEM_MANAGER).map(PartyCertificate::pid).orElse(pid);
    Instant now = container.clock().instant();
    return new PartyIdentity(
        pid,
        kind,
        code.value(),
        ByteString.of(signingKey),
        ByteString.of(receivingKey),
        new Validity(now.minus(Duration.ofMinutes(5)), now.plus(Duration.ofDays(365))),
        issuer);
  }

  /** The cryptography in use. */
  public CryptoSuite crypto() {
    return crypto;
  }

  private PartyCertificate register(PartyIdentity identity, String node) {
    PartyCertificate certificate =
        identity.signed(serverKeys.sign(PartyCode.SYSTEM_MANAGER, identity.toSign()));
    parties.register(certificate, identity.code(), node);
    return certificate;
  }
}
