package org.epione.sharing.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.epione.account.boundary.Caller;
import org.epione.chain.boundary.ChainSubmission;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.hybrid.HpkePublicKey;
import org.epione.crypto.identity.Nonce;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.scheme.pre.Grant;
import org.epione.crypto.transcript.Digest;
import org.epione.custody.boundary.Acting;
import org.epione.custody.boundary.Delegation;
import org.epione.custody.boundary.PersonKeys;
import org.epione.custody.boundary.WrongPasswordException;
import org.epione.guardian.boundary.Guardians;
import org.epione.ledger.identity.DoctorCertificate;
import org.epione.ledger.identity.Pid;
import org.epione.ledger.record.AccessRequestedBody;
import org.epione.ledger.record.ConsentGivenBody;
import org.epione.ledger.record.ConsentRefusedBody;
import org.epione.ledger.record.ConsentWithdrawnBody;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.record.RecordBody;
import org.epione.ledger.record.RecordContent;
import org.epione.ledger.record.RecordSignature;
import org.epione.ledger.record.RequestId;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.sharing.entity.Inquiry;
import org.epione.sharing.entity.InquiryState;
import org.epione.team.boundary.EpisodeDirectory;
import org.epione.team.boundary.EpisodeFacts;

/**
 * The patient's acts of will, or her guardian's for her: each signed with the password of who acts,
 * under the patient's key of that one episode.
 */
@ApplicationScoped
public class PatientDecisions {

  @EJB private ChainSubmission chain;
  @EJB private PersonKeys persons;
  @EJB private Guardians guardians;
  @EJB private EpisodeDirectory episodes;
  @Inject private InquiryRegister register;
  @Inject private AskedHospital hospital;
  @Inject private HospitalChain records;
  @Inject private PartyCertificates certificates;
  @Inject private SealedDelegations sealing;
  @Inject private CryptoSuite crypto;
  @Inject private Clock clock;

  /** Grants what was asked, and nothing more: that record, that doctor, until that day. */
  public void consent(Caller caller, RequestId id, char[] password) throws WrongPasswordException {
    Inquiry inquiry = take(id, InquiryState.WAITING);
    Instant now = clock.instant();
    if (now.isAfter(inquiry.until())) {
      throw new RefusedException(ErrorCode.REQUEST_OVER);
    }
    records.requireEvidence(inquiry);
    AccessRequestedBody request =
        (AccessRequestedBody) LedgerRecord.decode(inquiry.requestRecord()).body();
    EpisodeFacts episode = episode(inquiry);
    DoctorCertificate doctor = request.doctor();
    Grant grant =
        new Grant(
            episode.patientPid().pseudonym(),
            doctor.pid().pseudonym(),
            HpkePublicKey.decode(doctor.identity().receivingKey().bytes()),
            List.of(episode.episode()),
            request.purpose(),
            now,
            request.notAfter(),
            Nonce.random(crypto.random()));
    Delegation delegation =
        persons.delegate(
            acting(caller, inquiry),
            password,
            grant.records(),
            grant.receivingKey(),
            grant.digest().bytes());
    LedgerRecord signed =
        sign(caller, password, inquiry, episode, new ConsentGivenBody(id, grant), now);
    inquiry.consenting(
        signed.id().hex(),
        grant.digest().hex(),
        grant.notAfter(),
        sealing.seal(delegation, grant),
        now);
    chain.submit(inquiry.hospital(), inquiry.hospital(), signed);
  }

  /** Refuses. */
  public void refuse(Caller caller, RequestId id, char[] password) throws WrongPasswordException {
    Inquiry inquiry = take(id, InquiryState.WAITING);
    Instant now = clock.instant();
    EpisodeFacts episode = episode(inquiry);
    LedgerRecord signed =
        sign(
            caller, password, inquiry, episode, new ConsentRefusedBody(id, episode.episode()), now);
    inquiry.refusing(signed.id().hex(), now);
    chain.submit(inquiry.hospital(), inquiry.hospital(), signed);
  }

  /** Withdraws a consent, also one that is still on its way. */
  public void withdraw(Caller caller, RequestId id, char[] password) throws WrongPasswordException {
    Inquiry inquiry =
        take(id, InquiryState.CONSENTING, InquiryState.CONSENTED, InquiryState.ISSUED);
    if (inquiry.withdrawnAt().isPresent()) {
      return;
    }
    Instant now = clock.instant();
    EpisodeFacts episode = episode(inquiry);
    Digest grant = Digest.ofHex(inquiry.grantDigest().orElseThrow());
    boolean granted = inquiry.state() != InquiryState.CONSENTING;
    LedgerRecord signed =
        sign(
            caller,
            password,
            inquiry,
            episode,
            new ConsentWithdrawnBody(grant, episode.episode()),
            now);
    inquiry.withdrawn(signed.id().hex(), signed.encode(), now);
    if (granted) {
      hospital.submitWithdrawal(inquiry);
    }
  }

  private LedgerRecord sign(
      Caller caller,
      char[] password,
      Inquiry inquiry,
      EpisodeFacts episode,
      RecordBody body,
      Instant now)
      throws WrongPasswordException {
    Pid chainOf = certificates.pid(inquiry.hospital());
    RecordContent content = new RecordContent(chainOf, episode.patientPid(), now, body);
    return content.signed(
        RecordSignature.of(
            persons.signForEpisode(
                acting(caller, inquiry), password, episode.episode().bytes(), content.toSign())));
  }

  private Acting acting(Caller caller, Inquiry inquiry) {
    return guardians.acting(caller, inquiry.patient());
  }

  private EpisodeFacts episode(Inquiry inquiry) {
    return episodes
        .byId(RecordId.ofHex(inquiry.episode()))
        .orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND));
  }

  private Inquiry take(RequestId id, InquiryState... expected) {
    Inquiry inquiry =
        register.take(id).orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND));
    if (!List.of(expected).contains(inquiry.state())) {
      throw new RefusedException(ErrorCode.ALREADY_DECIDED);
    }
    return inquiry;
  }
}
