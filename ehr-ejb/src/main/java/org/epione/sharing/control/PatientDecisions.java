package org.epione.sharing.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.epione.account.boundary.Caller;
import org.epione.chain.boundary.ChainSubmission;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.hybrid.HpkePublicKey;
import org.epione.crypto.identity.Nonce;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.scheme.pre.Grant;
import org.epione.crypto.signature.BlsSignature;
import org.epione.crypto.transcript.Digest;
import org.epione.custody.boundary.Acting;
import org.epione.custody.boundary.EpisodeMessage;
import org.epione.custody.boundary.PersonKeys;
import org.epione.custody.boundary.SignedDelegation;
import org.epione.custody.boundary.Will;
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
import org.epione.platform.identity.AccountId;
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

  private static final Set<InquiryState> WAITING = Set.of(InquiryState.WAITING);
  private static final Set<InquiryState> CONSENTED =
      Set.of(InquiryState.CONSENTING, InquiryState.CONSENTED, InquiryState.ISSUED);
  private static final Set<InquiryState> REFUSED =
      Set.of(InquiryState.REFUSING, InquiryState.REFUSED);

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
    List<Inquiry> asked = List.of(take(id, WAITING));
    sign(decided(caller, patient(asked), asked, List.of()), password);
  }

  /** Refuses. */
  public void refuse(Caller caller, RequestId id, char[] password) throws WrongPasswordException {
    List<Inquiry> asked = List.of(take(id, WAITING));
    sign(decided(caller, patient(asked), List.of(), asked), password);
  }

  /** Withdraws a consent, also one that is still on its way. */
  public void withdraw(Caller caller, RequestId id, char[] password) throws WrongPasswordException {
    withdraw(caller, List.of(take(id, CONSENTED)), password);
  }

  /** The same as a part of an act for which she gave her password. */
  void withdraw(Caller caller, RequestId id, Will will) {
    Instant now = clock.instant();
    withdraw(withdrawals(caller, List.of(take(id, CONSENTED)), now), now, will);
  }

  /** What a patient decided, checked, and signed by nobody yet. */
  record Decided(
      Acting acting, Instant at, List<Allowing> allowed, Map<Inquiry, RecordContent> refused) {

    /** All was decided so before. */
    boolean isEmpty() {
      return allowed.isEmpty() && refused.isEmpty();
    }
  }

  /** A consent that can be given: the grant, and what the chain is told. */
  record Allowing(Inquiry inquiry, Grant grant, RecordContent content) {}

  /**
   * A decision on several requests that were made in one act, to be signed: all of it or nothing.
   * What she decided the same way before stays as it is.
   *
   * @throws RefusedException EHR-1004 unless each is named once, EHR-1003 for a request that is not
   *     of this act, EHR-4402 when its day has passed, EHR-4403 when one was decided otherwise
   */
  Decided together(Caller caller, Digest bundle, List<RequestId> allowed, List<RequestId> refused) {
    List<RequestId> all = new ArrayList<>(allowed);
    all.addAll(refused);
    Map<RequestId, Inquiry> taken = takeTogether(bundle, all);
    return decided(
        caller,
        patient(taken.values()),
        undecided(taken, allowed, CONSENTED),
        undecided(taken, refused, REFUSED));
  }

  /**
   * Withdraws several consents to requests that were made in one act: all of it or nothing. What
   * was withdrawn before stays as it is.
   *
   * @throws RefusedException EHR-1004 unless each is named once, EHR-1003 for a request that is not
   *     of this act, EHR-4403 when there is nothing to take back
   */
  public void withdrawTogether(
      Caller caller, Digest bundle, List<RequestId> requests, char[] password)
      throws WrongPasswordException {
    List<Inquiry> open = new ArrayList<>();
    for (Inquiry inquiry : takeTogether(bundle, requests).values()) {
      if (inquiry.state() != InquiryState.WITHDRAWN) {
        open.add(require(inquiry, CONSENTED));
      }
    }
    withdraw(caller, open, password);
  }

  private Decided decided(
      Caller caller, AccountId patient, List<Inquiry> toAllow, List<Inquiry> toRefuse) {
    Instant now = clock.instant();
    List<Allowing> allowed = toAllow.stream().map(each -> allowing(each, now)).toList();
    Map<Inquiry, RecordContent> refused = new LinkedHashMap<>();
    for (Inquiry each : toRefuse) {
      refused.put(each, content(each, new ConsentRefusedBody(each.id(), episodeId(each)), now));
    }
    return new Decided(guardians.acting(caller, patient), now, allowed, refused);
  }

  private Allowing allowing(Inquiry inquiry, Instant now) {
    Grant grant = grant(inquiry, now);
    return new Allowing(
        inquiry, grant, content(inquiry, new ConsentGivenBody(inquiry.id(), grant), now));
  }

  private void sign(Decided decided, char[] password) throws WrongPasswordException {
    try (Will will = persons.will(decided.acting(), password)) {
      sign(decided, will);
    }
  }

  /** Signs it, and sends it on its way. */
  void sign(Decided decided, Will will) {
    consent(decided, will);
    sign(decided.refused(), will)
        .forEach(
            (inquiry, signed) -> {
              inquiry.refusing(signed.id().hex(), decided.at());
              chain.submit(inquiry.hospital(), inquiry.hospital(), signed);
            });
  }

  private void consent(Decided decided, Will will) {
    Map<Digest, RecordContent> contents = new HashMap<>();
    decided.allowed().forEach(each -> contents.put(each.grant().digest(), each.content()));
    List<SignedDelegation> made =
        will.delegateSigned(
            decided.allowed().stream().map(Allowing::grant).toList(),
            each -> Objects.requireNonNull(contents.get(each.digest())).toSign());
    for (int i = 0; i < made.size(); i++) {
      Allowing each = decided.allowed().get(i);
      LedgerRecord signed = each.content().signed(RecordSignature.of(made.get(i).signature()));
      each.inquiry()
          .consenting(
              signed.id().hex(),
              each.grant().digest().hex(),
              each.grant().notAfter(),
              sealing.seal(made.get(i).delegation(), each.grant()),
              decided.at());
      chain.submit(each.inquiry().hospital(), each.inquiry().hospital(), signed);
    }
  }

  private void withdraw(Caller caller, List<Inquiry> inquiries, char[] password)
      throws WrongPasswordException {
    Instant now = clock.instant();
    Map<Inquiry, RecordContent> contents = withdrawals(caller, inquiries, now);
    if (contents.isEmpty()) {
      return;
    }
    try (Will will = persons.will(acting(caller, inquiries), password)) {
      withdraw(contents, now, will);
    }
  }

  private Map<Inquiry, RecordContent> withdrawals(
      Caller caller, List<Inquiry> inquiries, Instant now) {
    if (inquiries.stream().anyMatch(each -> each.emergency().isPresent())
        && acting(caller, inquiries).isForAnother()) {
      throw new RefusedException(ErrorCode.GUARDIAN_EMERGENCY);
    }
    Map<Inquiry, RecordContent> contents = new LinkedHashMap<>();
    for (Inquiry each : inquiries) {
      if (each.withdrawnAt().isEmpty()) {
        Digest grant = Digest.ofHex(each.grantDigest().orElseThrow());
        contents.put(each, content(each, new ConsentWithdrawnBody(grant, episodeId(each)), now));
      }
    }
    return contents;
  }

  private void withdraw(Map<Inquiry, RecordContent> contents, Instant now, Will will) {
    sign(contents, will)
        .forEach(
            (inquiry, signed) -> {
              boolean granted = inquiry.state() != InquiryState.CONSENTING;
              inquiry.withdrawn(signed.id().hex(), signed.encode(), now);
              if (granted) {
                hospital.submitWithdrawal(inquiry);
              }
            });
  }

  private Grant grant(Inquiry inquiry, Instant now) {
    if (now.isAfter(inquiry.until())) {
      throw new RefusedException(ErrorCode.REQUEST_OVER);
    }
    records.requireEvidence(inquiry);
    AccessRequestedBody request =
        (AccessRequestedBody) LedgerRecord.decode(inquiry.requestRecord()).body();
    EpisodeFacts episode = episode(inquiry);
    DoctorCertificate doctor = request.doctor();
    return new Grant(
        episode.patientPid().pseudonym(),
        doctor.pid().pseudonym(),
        HpkePublicKey.decode(doctor.identity().receivingKey().bytes()),
        List.of(episode.episode()),
        request.purpose(),
        now,
        request.notAfter(),
        Nonce.random(crypto.random()));
  }

  private RecordContent content(Inquiry inquiry, RecordBody body, Instant now) {
    Pid chainOf = certificates.pid(inquiry.hospital());
    return new RecordContent(chainOf, episode(inquiry).patientPid(), now, body);
  }

  /** Signs each with her key of that episode. */
  private static Map<Inquiry, LedgerRecord> sign(Map<Inquiry, RecordContent> contents, Will will) {
    List<Inquiry> inquiries = List.copyOf(contents.keySet());
    List<RecordContent> unsigned = List.copyOf(contents.values());
    List<EpisodeMessage> messages = new ArrayList<>();
    for (int i = 0; i < unsigned.size(); i++) {
      messages.add(
          new EpisodeMessage(episodeId(inquiries.get(i)), ByteString.of(unsigned.get(i).toSign())));
    }
    List<BlsSignature> signatures = will.signInEpisodes(messages);
    Map<Inquiry, LedgerRecord> signed = new LinkedHashMap<>();
    for (int i = 0; i < unsigned.size(); i++) {
      signed.put(inquiries.get(i), unsigned.get(i).signed(RecordSignature.of(signatures.get(i))));
    }
    return signed;
  }

  private Acting acting(Caller caller, List<Inquiry> inquiries) {
    return guardians.acting(caller, patient(inquiries));
  }

  /** Whose records these are: one patient's, the caller's own or a minor's. */
  private static AccountId patient(Collection<Inquiry> inquiries) {
    AccountId patient = inquiries.iterator().next().patient();
    if (inquiries.stream().anyMatch(each -> !each.patient().equals(patient))) {
      throw new RefusedException(ErrorCode.NOT_FOUND);
    }
    return patient;
  }

  private EpisodeFacts episode(Inquiry inquiry) {
    return episodes
        .byId(episodeId(inquiry))
        .orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND));
  }

  private static RecordId episodeId(Inquiry inquiry) {
    return RecordId.ofHex(inquiry.episode());
  }

  /** One patient's, locked in one order, so that two acts cannot wait for each other. */
  private Map<RequestId, Inquiry> takeTogether(Digest bundle, List<RequestId> requests) {
    if (requests.isEmpty()
        || requests.size() > Bundles.MOST_RECORDS
        || Set.copyOf(requests).size() != requests.size()) {
      throw new RefusedException(
          ErrorCode.INVALID_INPUT, "Name 1 to " + Bundles.MOST_RECORDS + " records, each once.");
    }
    Map<RequestId, Inquiry> taken = new LinkedHashMap<>();
    requests.stream()
        .sorted(Comparator.comparing(RequestId::hex))
        .forEachOrdered(each -> taken.put(each, take(bundle, each)));
    patient(taken.values());
    return taken;
  }

  private Inquiry take(Digest bundle, RequestId id) {
    return register
        .take(id)
        .filter(inquiry -> inquiry.bundle().equals(Optional.of(bundle.hex())))
        .orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND));
  }

  /** Those that wait, where the others are decided this way already. */
  private static List<Inquiry> undecided(
      Map<RequestId, Inquiry> taken, List<RequestId> requests, Set<InquiryState> decided) {
    List<Inquiry> waiting = new ArrayList<>();
    for (RequestId each : requests) {
      Inquiry inquiry = Objects.requireNonNull(taken.get(each));
      if (inquiry.state() == InquiryState.WAITING) {
        waiting.add(inquiry);
      } else {
        require(inquiry, decided);
      }
    }
    return waiting;
  }

  private Inquiry take(RequestId id, Set<InquiryState> expected) {
    return require(
        register.take(id).orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND)), expected);
  }

  private static Inquiry require(Inquiry inquiry, Set<InquiryState> expected) {
    if (!expected.contains(inquiry.state())) {
      throw new RefusedException(ErrorCode.ALREADY_DECIDED);
    }
    return inquiry;
  }
}
