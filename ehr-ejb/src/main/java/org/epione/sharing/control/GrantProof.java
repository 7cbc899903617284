package org.epione.sharing.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.scheme.pre.Grant;
import org.epione.ledger.connector.port.PartyDirectory;
import org.epione.ledger.identity.DoctorCertificate;
import org.epione.ledger.identity.PartyCertificate;
import org.epione.ledger.identity.PartyKind;
import org.epione.ledger.identity.Pid;
import org.epione.ledger.record.AccessRequestedBody;
import org.epione.ledger.record.DiagnosisBody;
import org.epione.ledger.record.EmergencyOpenedBody;
import org.epione.ledger.record.EpisodeOpenedBody;
import org.epione.ledger.record.EpisodeReference;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.record.RecordBody;
import org.epione.ledger.record.StandingConsentUsedBody;
import org.epione.party.boundary.MessageRejectedException;
import org.epione.platform.identity.PartyCode;

/**
 * Decides whether a grant is what it says: each record stands on the hospital's chain under the
 * signatures of hospital and cloud, each is signed by its author, and they belong together: the
 * patient of that episode granted that record to the doctor who asked, for what she asked and no
 * longer; or the hospital opened it to her in an emergency. Trusts only the directory's
 * certificates; needs no copy of the chain.
 */
@ApplicationScoped
public class GrantProof {

  @EJB private PartyDirectory directory;
  @Inject private CryptoSuite crypto;
  @Inject private Signatures signatures;

  /**
   * Checks all of it.
   *
   * @param hospital the hospital that sent it
   * @throws MessageRejectedException naming the first thing that does not hold
   */
  ProvenGrant require(GrantEvidence evidence, PartyCode hospital) throws MessageRejectedException {
    DiagnosisBody diagnosis = body(evidence.diagnosis(), DiagnosisBody.class);
    EpisodeOpenedBody opened = body(evidence.opened(), EpisodeOpenedBody.class);
    AccessRequestedBody request = body(evidence.requested(), AccessRequestedBody.class);
    Answer answer =
        Answer.of(evidence.consented().ledgerRecord().body(), request)
            .orElseThrow(() -> new MessageRejectedException("A record is of another type."));
    PartyCode cloud = codeOf(diagnosis.cloud());
    for (OnChain each : evidence.all().toList()) {
      requireOnChain(each, hospital, cloud);
    }
    requireConsent(evidence.consented().ledgerRecord(), opened, request, hospital);
    requireAsked(evidence, request);
    requireTogether(evidence, opened, diagnosis, request, answer);
    return new ProvenGrant(
        hospital,
        cloud,
        codeOf(request.hospital().pid()),
        opened,
        diagnosis,
        request,
        answer.grant(),
        answer.notAfter(),
        answer.ahead(),
        answer.grant().digest());
  }

  /** Refuses a record that does not stand on the hospital's chain, finally. */
  void requireOnChain(OnChain each, PartyCode hospital, PartyCode cloud)
      throws MessageRejectedException {
    require(isOnChain(each, hospital, cloud), "A record is not on the chain it is said to be on.");
  }

  /** Whether a record stands on the hospital's chain, finally. */
  boolean isOnChain(OnChain each, PartyCode hospital, PartyCode cloud)
      throws MessageRejectedException {
    PartyCertificate second = certificate(cloud);
    require(second.kind() == PartyKind.CLOUD, "The second signer of the blocks is not a cloud.");
    return each.inclusion()
        .proves(crypto.ed25519(), each.ledgerRecord(), certificate(hospital), second);
  }

  private void requireConsent(
      LedgerRecord consented,
      EpisodeOpenedBody opened,
      AccessRequestedBody request,
      PartyCode hospital)
      throws MessageRejectedException {
    if (consented.body() instanceof EmergencyOpenedBody emergency) {
      requireEmergency(consented, emergency.grant(), request, certificate(hospital));
      return;
    }
    if (consented.body() instanceof StandingConsentUsedBody used) {
      PartyCertificate keeper = certificate(hospital);
      require(
          consented.author().equals(keeper.pid()) && signatures.isBy(keeper, consented),
          "The answer is not signed by the hospital that keeps the record.");
      require(
          signatures.isAhead(opened.patientKey(), consented.chain(), used),
          "The grant is not signed by the patient of the episode.");
      return;
    }
    require(
        signatures.isBy(opened.patientKey(), consented),
        "The consent is not signed by the patient of the episode.");
    require(
        consented.author().equals(opened.patient()),
        "The consent is not in the name of the patient of the episode.");
  }

  /** Nobody but the hospital says it; that the system manager released its share, it knows. */
  private void requireEmergency(
      LedgerRecord opened, Grant grant, AccessRequestedBody request, PartyCertificate keeper)
      throws MessageRejectedException {
    require(
        opened.author().equals(keeper.pid()) && signatures.isBy(keeper, opened),
        "The emergency is not signed by the hospital that keeps the record.");
    require(
        request.hospital().pid().equals(keeper.pid())
            && grant.purpose().equals(EmergencyOpenedBody.PURPOSE),
        "The request is not of an emergency in the hospital.");
    require(
        !grant.notAfter().isAfter(grant.notBefore().plus(EmergencyOpenedBody.LONGEST)),
        "The emergency lasts too long.");
  }

  private void requireAsked(GrantEvidence evidence, AccessRequestedBody request)
      throws MessageRejectedException {
    LedgerRecord requested = evidence.requested().ledgerRecord();
    DoctorCertificate doctor = request.doctor();
    require(requested.author().equals(doctor.pid()), "The request is in another doctor's name.");
    require(
        signatures.isBy(doctor.identity().signingKey(), requested),
        "The request is not signed by the doctor it names.");
    require(
        signatures.isDoctorOf(doctor, request.hospital()),
        "The doctor's certificate is not of the hospital it names.");
    require(
        signatures.isAdmitted(request.hospital()),
        "The asking hospital's certificate is not the system manager's.");
  }

  private static void requireTogether(
      GrantEvidence evidence,
      EpisodeOpenedBody opened,
      DiagnosisBody diagnosis,
      AccessRequestedBody request,
      Answer answer)
      throws MessageRejectedException {
    Pid chain = evidence.opened().ledgerRecord().chain();
    require(
        evidence.all().allMatch(each -> each.ledgerRecord().chain().equals(chain)),
        "The records are of different chains.");
    require(
        diagnosis.episode().equals(opened.episode())
            && EpisodeReference.of(opened.episode()).equals(request.episode()),
        "The records are about different episodes.");
    Grant grant = answer.grant();
    require(
        answer.request().equals(request.request())
            && grant.grantor().equals(opened.patient().pseudonym())
            && grant.records().equals(List.of(opened.episode()))
            && grant.purpose().equals(request.purpose()),
        "The grant does not answer the request.");
    DoctorCertificate doctor = request.doctor();
    require(
        grant.grantee().equals(doctor.pid().pseudonym())
            && java.util.Arrays.equals(
                grant.receivingKey().encode(), doctor.identity().receivingKey().bytes()),
        "The grant is for another doctor.");
    require(
        !answer.notAfter().isAfter(request.notAfter()), "The grant lasts longer than was asked.");
  }

  /** The code of a party that the directory knows. */
  PartyCode codeOf(Pid pid) throws MessageRejectedException {
    return new PartyCode(
        directory
            .codeOf(pid)
            .orElseThrow(() -> new MessageRejectedException("A party is not in the directory.")));
  }

  private PartyCertificate certificate(PartyCode party) throws MessageRejectedException {
    return directory
        .certificate(party.value())
        .orElseThrow(() -> new MessageRejectedException("A party has no certificate."));
  }

  private static <T extends RecordBody> T body(OnChain each, Class<T> type)
      throws MessageRejectedException {
    RecordBody body = each.ledgerRecord().body();
    require(type.isInstance(body), "A record is of another type.");
    return type.cast(body);
  }

  private static void require(boolean holds, String otherwise) throws MessageRejectedException {
    if (!holds) {
      throw new MessageRejectedException(otherwise);
    }
  }
}
