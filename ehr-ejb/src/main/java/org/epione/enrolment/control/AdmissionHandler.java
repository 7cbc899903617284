package org.epione.enrolment.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Set;
import org.epione.account.boundary.Accounts;
import org.epione.account.boundary.Role;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.custody.boundary.ServerKeys;
import org.epione.ledger.connector.Chains;
import org.epione.ledger.identity.PartyCertificate;
import org.epione.ledger.record.HospitalAdmittedBody;
import org.epione.party.boundary.EnvelopeHandler;
import org.epione.party.boundary.MessageRejectedException;
import org.epione.party.boundary.Parties;
import org.epione.party.boundary.ReceivedEnvelope;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.PartyCode;
import org.epione.settings.Settings;

/**
 * A hospital of this server is admitted: it takes the certificates into its directory, founds its
 * chain, and invites its administrator.
 */
@ApplicationScoped
public class AdmissionHandler implements EnvelopeHandler {

  /** What the administrator of the founding is called among a hospital's accounts. */
  public static final String FIRST_ADMINISTRATOR = "first-administrator";

  @EJB private Parties parties;
  @EJB private ServerKeys serverKeys;
  @EJB private Chains chains;
  @EJB private Accounts accounts;
  @Inject private Settings settings;

  @Override
  public Set<String> types() {
    return Set.of(AdmissionNotice.TYPE);
  }

  @Override
  public void handle(ReceivedEnvelope envelope) throws MessageRejectedException {
    if (!envelope.from().equals(PartyCode.SYSTEM_MANAGER)) {
      throw new MessageRejectedException("Only the system manager admits hospitals.");
    }
    AdmissionNotice notice;
    try {
      notice = AdmissionNotice.decode(envelope.payload());
    } catch (MalformedEncodingException | IllegalArgumentException malformed) {
      throw new MessageRejectedException("The notice is malformed.", malformed);
    }
    if (!(notice.founding().body() instanceof HospitalAdmittedBody body)) {
      throw new MessageRejectedException("The notice holds no founding record.");
    }
    PartyCode hospital = envelope.to();
    requireOwn(hospital, body.hospital());
    try {
      register(notice, body);
    } catch (RefusedException refused) {
      throw new MessageRejectedException("A certificate is not acceptable.", refused);
    }
    chains.createChain(hospital.value(), notice.founding());
    inviteAdministrator(hospital, notice.administratorName());
  }

  /** Where the hospital has a server of its own, its first administrator was there before. */
  private void inviteAdministrator(PartyCode hospital, String name) {
    Role role = Role.HOSPITAL_ADMINISTRATOR;
    if (accounts.find(hospital, role, FIRST_ADMINISTRATOR).isEmpty()) {
      accounts.invite(hospital, role, name, FIRST_ADMINISTRATOR);
    }
  }

  private void requireOwn(PartyCode hospital, PartyCertificate certificate)
      throws MessageRejectedException {
    boolean own =
        certificate.code().equals(hospital.value())
            && Arrays.equals(
                certificate.identity().signingKey().bytes(),
                serverKeys.signingKey(hospital).encode())
            && Arrays.equals(
                certificate.identity().receivingKey().bytes(),
                serverKeys.receivingKey(hospital).encode());
    if (!own) {
      throw new MessageRejectedException("The certificate is not for this hospital's keys.");
    }
  }

  private void register(AdmissionNotice notice, HospitalAdmittedBody body) {
    parties.register(
        body.systemManager(), notice.systemManager().displayName(), notice.systemManager().node());
    parties.register(body.cloud(), notice.cloud().displayName(), notice.cloud().node());
    parties.register(body.hospital(), notice.hospitalName(), settings.node());
  }
}
