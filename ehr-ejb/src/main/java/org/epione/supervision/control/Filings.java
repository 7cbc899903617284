package org.epione.supervision.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.epione.account.boundary.Caller;
import org.epione.chain.boundary.ChainSubmission;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.transcript.Digest;
import org.epione.custody.boundary.PersonKeys;
import org.epione.custody.boundary.ServerKeys;
import org.epione.custody.boundary.Will;
import org.epione.custody.boundary.WrongPasswordException;
import org.epione.enrolment.boundary.DoctorView;
import org.epione.enrolment.boundary.Doctors;
import org.epione.ledger.identity.Pid;
import org.epione.ledger.record.Appeal;
import org.epione.ledger.record.DoctorAppealedBody;
import org.epione.ledger.record.HospitalAppealedBody;
import org.epione.ledger.record.HospitalReportedBody;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.record.MatterId;
import org.epione.ledger.record.RecordBody;
import org.epione.ledger.record.RecordContent;
import org.epione.ledger.record.RecordSignature;
import org.epione.ledger.record.SaltedText;
import org.epione.ledger.state.ChainState;
import org.epione.ledger.state.Evidence;
import org.epione.ledger.state.RecordRules;
import org.epione.ledger.state.RejectionReason;
import org.epione.ledger.state.SignatureChecks;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.PartyCode;
import org.epione.supervision.boundary.FilingView;
import org.epione.supervision.boundary.MatterKind;
import org.epione.supervision.entity.Filing;

/**
 * Makes reports and appeals: signs the record, seals the text to the system manager, and submits.
 * What the chain would refuse as it stands is refused at once.
 */
@ApplicationScoped
public class Filings {

  @EJB private Doctors doctors;
  @EJB private PersonKeys persons;
  @EJB private ServerKeys servers;
  @EJB private ChainSubmission chain;
  @Inject private FilingRegister register;
  @Inject private KnownChains known;
  @Inject private SealedTexts texts;
  @Inject private CryptoSuite crypto;
  @Inject private Clock clock;

  /** A matter before it is signed. */
  private record Draft(MatterId id, SaltedText text, PartyCode hospital, ChainState state) {}

  /** A doctor reports the hospital. */
  public FilingView report(Caller doctor, String text, List<String> ids, char[] password)
      throws WrongPasswordException {
    Draft draft = draft(doctor.party(), text);
    HospitalReportedBody body;
    try {
      body =
          new HospitalReportedBody(
              draft.id(),
              draft.text().commitment(),
              ids.stream().map(id -> content(draft.hospital(), id)).toList());
    } catch (IllegalArgumentException e) {
      throw new RefusedException(ErrorCode.MATTER_RECORDS_UNUSABLE);
    }
    return file(doctor, draft, MatterKind.REPORT, byDoctor(doctor, draft, body, password));
  }

  /** A doctor appeals. */
  public FilingView appeal(Caller doctor, Optional<String> against, String text, char[] password)
      throws WrongPasswordException {
    Draft draft = draft(doctor.party(), text);
    DoctorAppealedBody body = new DoctorAppealedBody(appeal(draft, against));
    return file(doctor, draft, MatterKind.DOCTOR_APPEAL, byDoctor(doctor, draft, body, password));
  }

  /** An administrator appeals for the hospital. */
  public FilingView appealForHospital(Caller administrator, Optional<String> against, String text) {
    Draft draft = draft(administrator.party(), text);
    Pid pid = known.certificate(draft.hospital()).pid();
    RecordContent content = content(draft, pid, new HospitalAppealedBody(appeal(draft, against)));
    LedgerRecord signed =
        content.signed(RecordSignature.ed25519(servers.sign(draft.hospital(), content.toSign())));
    return file(administrator, draft, MatterKind.HOSPITAL_APPEAL, signed);
  }

  /** What a doctor made, newest first. */
  public List<FilingView> of(Caller doctor) {
    return register.of(doctor.accountId()).stream().map(this::view).toList();
  }

  /** What was made for a hospital, newest first. */
  public List<FilingView> ofHospital(PartyCode hospital) {
    return register.ofHospital(hospital).stream().map(this::view).toList();
  }

  private Draft draft(PartyCode hospital, String text) {
    ChainState state =
        known.state(hospital).orElseThrow(() -> new RefusedException(ErrorCode.NOT_ADMITTED));
    return new Draft(MatterId.random(crypto.random()), texts.of(text), hospital, state);
  }

  private static Appeal appeal(Draft draft, Optional<String> against) {
    return new Appeal(draft.id(), against.map(Filings::digest), draft.text().commitment());
  }

  private Digest content(PartyCode hospital, String id) {
    return known
        .record(hospital, digest(id))
        .map(LedgerRecord::contentDigest)
        .orElseThrow(() -> new RefusedException(ErrorCode.MATTER_RECORDS_UNUSABLE));
  }

  private static Digest digest(String hex) {
    try {
      return Digest.ofHex(hex);
    } catch (MalformedEncodingException e) {
      throw new RefusedException(ErrorCode.MATTER_RECORDS_UNUSABLE);
    }
  }

  private LedgerRecord byDoctor(Caller doctor, Draft draft, RecordBody body, char[] password)
      throws WrongPasswordException {
    Pid pid =
        doctors
            .byAccount(doctor.accountId())
            .map(DoctorView::pid)
            .orElseThrow(() -> new RefusedException(ErrorCode.ACCESS_DENIED));
    RecordContent content = content(draft, pid, body);
    try (Will will = persons.will(doctor.accountId(), password)) {
      return content.signed(RecordSignature.of(will.sign(content.toSign())));
    }
  }

  private RecordContent content(Draft draft, Pid author, RecordBody body) {
    return new RecordContent(
        draft.state().founding().orElseThrow().chain(), author, clock.instant(), body);
  }

  private FilingView file(Caller by, Draft draft, MatterKind kind, LedgerRecord signed) {
    Optional<RejectionReason> refusal =
        new RecordRules(new SignatureChecks(crypto), Evidence.NOT_OURS)
            .check(draft.state(), signed, clock.instant());
    if (refusal.isPresent()) {
      throw new RefusedException(
          ErrorCode.MATTER_NOT_TAKEN,
          "Reason: " + refusal.get().name() + ". " + whatToDo(refusal.get()));
    }
    byte[] sealed =
        texts.seal(known.certificate(PartyCode.SYSTEM_MANAGER), draft.id(), draft.text());
    Filing filing =
        new Filing(
            draft.id(),
            kind,
            draft.hospital(),
            by.accountId(),
            signed.id().hex(),
            sealed,
            clock.instant());
    register.add(filing);
    chain.submit(draft.hospital(), draft.hospital(), signed);
    return view(filing);
  }

  private static String whatToDo(RejectionReason reason) {
    return switch (reason) {
      case NOT_SUPERVISED ->
          "The rules on this chain give reports and appeals no weight; the system manager can change them.";
      case TOO_MANY_OPEN -> "Wait until one of your reports is decided.";
      case EXPELLED -> "Who is expelled can appeal, but not report.";
      case NOTHING_TO_APPEAL -> "Choose a record that lowered the score.";
      case ALREADY_APPEALED -> "The appeal that there is already counts.";
      default -> "Tell your administrator.";
    };
  }

  private FilingView view(Filing filing) {
    return new FilingView(
        filing.id().hex(),
        filing.kind(),
        filing.filedAt(),
        filing.state(),
        filing.outcome(),
        filing.recordId(),
        filing.isOverdue(clock.instant()),
        filing
            .protectedReason()
            .map(kept -> texts.unprotect(filing.hospital(), filing.id(), kept).text()));
  }
}
