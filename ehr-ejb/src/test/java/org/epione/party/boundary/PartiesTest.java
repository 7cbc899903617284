package org.epione.party.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.epione.crypto.codec.ByteString;
import org.epione.crypto.signature.Ed25519KeyPair;
import org.epione.custody.boundary.ServerKeys;
import org.epione.ledger.identity.PartyCertificate;
import org.epione.ledger.identity.PartyIdentity;
import org.epione.ledger.identity.PartyKind;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.PartyCode;
import org.epione.platform.identity.PartyRole;
import org.epione.testing.Container;
import org.epione.testing.TestParties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PartiesTest {

  private static final PartyCode A = new PartyCode("HOSPITAL-A");
  private static final PartyCode B = new PartyCode("HOSPITAL-B");

  private Container container;
  private TestParties test;
  private Parties parties;

  @BeforeEach
  void start() {
    container = Container.start();
    test = new TestParties(container);
    parties = container.bean(Parties.class);
  }

  @AfterEach
  void stop() {
    container.close();
  }

  @Test
  void register_shouldMakeAPartyFound_byCodePidAndRole() {
    PartyCertificate certificate = test.host(A, PartyKind.HOSPITAL);

    assertThat(parties.find(A)).isEqualTo(parties.find(certificate.pid())).isPresent();
    assertThat(parties.certificate(A)).contains(certificate);
    assertThat(parties.ofRole(PartyRole.HOSPITAL)).extracting(PartyView::code).containsExactly(A);
    assertThat(parties.hosted()).hasSize(2);
    assertThat(parties.find(B)).isEmpty();
    assertThat(parties.hosts(B)).isFalse();
  }

  @Test
  void register_shouldRefuse_whatTheSystemManagerDidNotSign() {
    Ed25519KeyPair thief = test.crypto().ed25519().generate();
    PartyIdentity identity = identity(A, PartyKind.HOSPITAL, thief);

    refused(identity.signed(test.crypto().ed25519().sign(thief.secretKey(), identity.toSign())));
    assertThat(parties.find(A)).isEmpty();
  }

  @Test
  void register_shouldRefuse_anotherSystemManager() {
    Ed25519KeyPair thief = test.crypto().ed25519().generate();
    PartyIdentity other = identity(A, PartyKind.SYSTEM_MANAGER, thief);
    PartyIdentity named = identity(PartyCode.SYSTEM_MANAGER, PartyKind.HOSPITAL, thief);

    refused(bySystemManager(other));
    refused(bySystemManager(named));
  }

  @Test
  void register_shouldRefuse_keysThatAreNone() {
    PartyIdentity good = identity(A, PartyKind.HOSPITAL, test.crypto().ed25519().generate());
    PartyIdentity lowOrder =
        new PartyIdentity(
            good.pid(),
            good.kind(),
            good.code(),
            good.signingKey(),
            ByteString.of(new byte[32]),
            good.validity(),
            good.issuer());

    refused(bySystemManager(lowOrder));
  }

  @Test
  void register_shouldRefuse_anotherPidForAKnownParty_andRenewTheSame() {
    PartyCertificate first = test.host(A, PartyKind.HOSPITAL);

    parties.register(first, "New name", "elsewhere");
    assertThat(parties.find(A))
        .hasValueSatisfying(party -> assertThat(party.displayName()).isEqualTo("New name"));
    refused(bySystemManager(identity(A, PartyKind.HOSPITAL, test.crypto().ed25519().generate())));
  }

  private PartyIdentity identity(PartyCode code, PartyKind kind, Ed25519KeyPair signing) {
    return test.identity(
        code,
        kind,
        signing.publicKey().encode(),
        test.crypto().hpke().generate().publicKey().encode());
  }

  private PartyCertificate bySystemManager(PartyIdentity identity) {
    ServerKeys keys = container.bean(ServerKeys.class);
    return identity.signed(keys.sign(PartyCode.SYSTEM_MANAGER, identity.toSign()));
  }

  private void refused(PartyCertificate certificate) {
    assertThatThrownBy(() -> parties.register(certificate, "x", "local"))
        .isInstanceOfSatisfying(
            RefusedException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.CERTIFICATE_REFUSED));
  }
}
