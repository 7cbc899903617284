package org.epione.enrolment.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.epione.crypto.codec.ByteString;
import org.epione.custody.boundary.ServerKeys;
import org.epione.ledger.identity.PartyCertificate;
import org.epione.ledger.identity.PartyIdentity;
import org.epione.ledger.identity.PartyKind;
import org.epione.ledger.identity.Pid;
import org.epione.ledger.identity.Validity;
import org.epione.ledger.record.HospitalAdmittedBody;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.record.RecordContent;
import org.epione.ledger.record.RecordSignature;
import org.epione.ledger.rules.CreditRules;
import org.epione.party.boundary.Parties;
import org.epione.party.boundary.PartyView;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.PartyCode;
import org.epione.platform.identity.PartyRole;
import org.epione.settings.Settings;

/**
 * What the system manager signs: its own certificate, the cloud's, the hospitals', and the records
 * that found the hospitals' chains (protocols.md 1). A pseudo-identity is an encryption under the
 * system manager's key, so that it alone can resolve it.
 */
@Dependent
public class Certification {

  private static final PartyCode SELF = PartyCode.SYSTEM_MANAGER;
  private static final Duration OWN_YEARS = Duration.ofDays(20 * 365L);
  private static final Duration YEARS = Duration.ofDays(5 * 365L);
  // a receiver's clock may be behind ours
  private static final Duration BEFORE = Duration.ofMinutes(5);

  @EJB private ServerKeys serverKeys;
  @EJB private Parties parties;
  @Inject private Settings settings;
  @Inject private FoundingRules rules;
  @Inject private Clock clock;

  /** The system manager's certificate, made the first time it is needed. */
  public PartyCertificate systemManager() {
    return parties.certificate(SELF).orElseGet(this::certifySelf);
  }

  /**
   * The certificate of the cloud that keeps the ciphertexts; the cloud of this server is certified
   * the first time it is needed.
   *
   * @throws RefusedException EHR-2005 when there is no cloud
   */
  public PartyCertificate cloud() {
    Optional<PartyCode> known =
        parties.ofRole(PartyRole.CLOUD).stream().map(PartyView::code).findFirst();
    if (known.isPresent()) {
      return parties.certificate(known.get()).orElseThrow();
    }
    PartyCode cloud = new PartyCode(settings.text("epione.cloud.code", PartyCode.CLOUD.value()));
    if (!serverKeys.holds(cloud)) {
      throw new RefusedException(ErrorCode.NO_CLOUD);
    }
    PartyCertificate certificate =
        certificate(
            cloud,
            PartyKind.CLOUD,
            ByteString.of(serverKeys.signingKey(cloud).encode()),
            ByteString.of(serverKeys.receivingKey(cloud).encode()));
    parties.register(certificate, settings.text("epione.cloud.name", "Cloud"), settings.node());
    return certificate;
  }

  /** A certificate for a party that showed it holds the keys. */
  public PartyCertificate certificate(
      PartyCode code, PartyKind kind, ByteString signingKey, ByteString receivingKey) {
    Pid issuer = systemManager().pid();
    PartyIdentity identity =
        new PartyIdentity(
            pseudonym(code), kind, code.value(), signingKey, receivingKey, validFor(YEARS), issuer);
    return identity.signed(serverKeys.sign(SELF, identity.toSign()));
  }

  /** The record that founds the chain of a hospital. */
  public LedgerRecord founding(PartyCertificate hospital) {
    PartyCertificate manager = systemManager();
    HospitalAdmittedBody body =
        new HospitalAdmittedBody(manager, hospital, cloud(), CreditRules.DEFAULT, rules.rules());
    RecordContent content = new RecordContent(hospital.pid(), manager.pid(), clock.instant(), body);
    return content.signed(RecordSignature.ed25519(serverKeys.sign(SELF, content.toSign())));
  }

  private PartyCertificate certifySelf() {
    Pid pid = pseudonym(SELF);
    PartyIdentity identity =
        new PartyIdentity(
            pid,
            PartyKind.SYSTEM_MANAGER,
            SELF.value(),
            ByteString.of(serverKeys.signingKey(SELF).encode()),
            ByteString.of(serverKeys.receivingKey(SELF).encode()),
            validFor(OWN_YEARS),
            pid);
    PartyCertificate certificate = identity.signed(serverKeys.sign(SELF, identity.toSign()));
    parties.register(
        certificate,
        settings.text("epione.system-manager.name", "System manager"),
        settings.node());
    return certificate;
  }

  private Pid pseudonym(PartyCode code) {
    return Pid.of(serverKeys.sealPseudonym(SELF, code.value().getBytes(StandardCharsets.UTF_8)));
  }

  private Validity validFor(Duration duration) {
    return new Validity(clock.instant().minus(BEFORE), clock.instant().plus(duration));
  }
}
