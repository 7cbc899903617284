package org.epione.ledger.state;

import static org.epione.ledger.state.RefusedRecord.require;

import java.time.Instant;
import java.util.Optional;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.identity.RecordId;
import org.epione.ledger.record.AccessRefusedBody;
import org.epione.ledger.record.AccessRequestedBody;
import org.epione.ledger.record.AppealDecidedBody;
import org.epione.ledger.record.ConsentGivenBody;
import org.epione.ledger.record.ConsentRefusedBody;
import org.epione.ledger.record.ConsentWithdrawnBody;
import org.epione.ledger.record.DiagnosisBody;
import org.epione.ledger.record.DoctorAppealedBody;
import org.epione.ledger.record.DoctorEnrolledBody;
import org.epione.ledger.record.DoctorKeyChangedBody;
import org.epione.ledger.record.EmergencyOpenedBody;
import org.epione.ledger.record.EmergencyReviewedBody;
import org.epione.ledger.record.EpisodeOpenedBody;
import org.epione.ledger.record.EpochClosedBody;
import org.epione.ledger.record.HospitalAdmittedBody;
import org.epione.ledger.record.HospitalAppealedBody;
import org.epione.ledger.record.HospitalReportedBody;
import org.epione.ledger.record.KeyIssuedBody;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.record.OpinionAcceptedBody;
import org.epione.ledger.record.RecordContent;
import org.epione.ledger.record.RecordReadBody;
import org.epione.ledger.record.RecordType;
import org.epione.ledger.record.RejectionBody;
import org.epione.ledger.record.ReportDecidedBody;
import org.epione.ledger.record.StandingConsentUsedBody;
import org.epione.ledger.record.StationEnrolledBody;
import org.epione.ledger.record.StationWithdrawnBody;
import org.epione.ledger.record.StoredBody;
import org.epione.ledger.record.TeamChangedBody;
import org.epione.ledger.record.WarrantWithdrawnBody;
import org.epione.ledger.rules.BlockRules;

/**
 * Decides whether a record may come next on a chain: form, author, signatures, certificates,
 * warrants, evidence, order, freshness, duplicates (protocols 7). The same everywhere; only the
 * hospital can open evidence. Thread-safe.
 */
public final class RecordRules {

  private final SignatureChecks checks;
  private final AuthorRules authors;
  private final EnrolmentRules enrolment;
  private final EpisodeRules episodes;
  private final SharingRules sharing;
  private final StandingConsentRules standing;
  private final EmergencyRules emergencies;
  private final MatterRules matters;
  private final StationRules stations;
  private final EpochRules epochs;
  private final Evidence evidence;

  /** Rules that verify with {@code checks} and open evidence with {@code evidence}. */
  public RecordRules(SignatureChecks checks, Evidence evidence) {
    this.checks = checks;
    this.authors = new AuthorRules(checks);
    this.enrolment = new EnrolmentRules(checks);
    this.episodes = new EpisodeRules(checks, evidence);
    this.sharing = new SharingRules();
    this.standing = new StandingConsentRules(checks);
    this.emergencies = new EmergencyRules();
    this.matters = new MatterRules();
    this.stations = new StationRules(checks);
    this.epochs = new EpochRules();
    this.evidence = evidence;
  }

  /** Whether these are the hospital's own rules, which open the evidence of a diagnosis. */
  public boolean opensEvidence() {
    return evidence != Evidence.NOT_OURS;
  }

  /** The same rules, verifying with {@code other}. */
  public RecordRules with(SignatureChecks other) {
    return new RecordRules(other, evidence);
  }

  /** The checks of signatures behind these rules. */
  public SignatureChecks checks() {
    return checks;
  }

  /**
   * Why {@code record} may not come next after {@code state}; empty if it may.
   *
   * @param now the time of the block that is to hold it, or the clock's where there is none yet
   */
  public Optional<RejectionReason> check(ChainState state, LedgerRecord record, Instant now) {
    try {
      requireAllowed(state, record, now);
      return Optional.empty();
    } catch (RefusedRecord e) {
      return Optional.of(e.reason());
    }
  }

  /**
   * Whether a refusal for {@code reason} lowers the credit of the record's author: the doctor's own
   * fault, by a doctor of this chain in good standing, who is not charged for it already.
   */
  public static boolean costsCredit(ChainState state, LedgerRecord record, RejectionReason reason) {
    return reason.isFault(state.credit().rules())
        && state.delegate(record.author()).isPresent()
        && state.inGoodStanding(record.author())
        && state.rejected(record.contentDigest()).isEmpty();
  }

  /**
   * The episode of a diagnosis for which its author has to sign with a key that she had when the
   * team was made, and has no more.
   */
  public static Optional<RecordId> signedBefore(ChainState state, LedgerRecord record) {
    if (!(record.body() instanceof DiagnosisBody body)) {
      return Optional.empty();
    }
    Optional<ByteString> present = state.delegate(record.author()).map(Delegate::signingKey);
    return state
        .episode(body.episode())
        .filter(
            episode ->
                episode
                    .lastKeyOf(record.author())
                    .filter(key -> !present.equals(Optional.of(key)))
                    .isPresent())
        .map(Episode::id);
  }

  /**
   * Why a record that is on the chain does not hold by itself, for an auditor who looks at it
   * alone: the warrants of an opening or of a change of the team, what the team of a diagnosis
   * signed. Empty if it does, and for all other types.
   *
   * @param state after the record, or later
   */
  public Optional<RejectionReason> checkAgain(ChainState state, LedgerRecord record) {
    try {
      if (record.body() instanceof EpisodeOpenedBody body) {
        episodes.requireWarrants(record, body);
      } else if (record.body() instanceof TeamChangedBody body) {
        episodes.requireWarrants(state, record, body);
      } else if (record.body() instanceof DiagnosisBody body) {
        Founding founding =
            state.founding().orElseThrow(() -> RefusedRecord.because(RejectionReason.NOT_FOUNDED));
        Episode episode =
            state
                .episode(body.episode())
                .orElseThrow(() -> RefusedRecord.because(RejectionReason.UNKNOWN_EPISODE));
        episodes.requireTeam(state, founding, episode, record, body);
      }
      return Optional.empty();
    } catch (RefusedRecord e) {
      return Optional.of(e.reason());
    }
  }

  private void requireAllowed(ChainState state, LedgerRecord record, Instant now) {
    if (record.type() == RecordType.HOSPITAL_ADMITTED) {
      require(state.founding().isEmpty(), RejectionReason.ALREADY_FOUNDED);
      enrolment.requireFounding(record, (HospitalAdmittedBody) record.body(), now);
      return;
    }
    Founding founding =
        state.founding().orElseThrow(() -> RefusedRecord.because(RejectionReason.NOT_FOUNDED));
    require(record.chain().equals(founding.chain()), RejectionReason.WRONG_CHAIN);
    require(state.positionOf(record.contentDigest()).isEmpty(), RejectionReason.DUPLICATE);
    requireFresh(founding.blockRules(), record, now);
    authors.requireSigned(state, founding, record);
    requireBody(state, founding, record, now);
  }

  private void requireFresh(BlockRules rules, LedgerRecord record, Instant now) {
    require(
        !record.time().isAfter(now.plus(rules.maxClockSkew())), RejectionReason.FROM_THE_FUTURE);
    require(!record.time().isBefore(now.minus(rules.maxRecordAge())), RejectionReason.TOO_OLD);
  }

  private void requireBody(ChainState state, Founding founding, LedgerRecord record, Instant now) {
    switch (record.type()) {
      case DOCTOR_ENROLLED ->
          enrolment.requireEnrolment(state, record, (DoctorEnrolledBody) record.body());
      case DOCTOR_KEY_CHANGED ->
          enrolment.requireKeyChange(state, record, (DoctorKeyChangedBody) record.body());
      case EPISODE_OPENED ->
          episodes.requireOpening(state, record, (EpisodeOpenedBody) record.body());
      case DIAGNOSIS ->
          episodes.requireDiagnosis(state, founding, record, (DiagnosisBody) record.body());
      case WARRANT_WITHDRAWN ->
          episodes.requireWithdrawal(state, founding, record, (WarrantWithdrawnBody) record.body());
      case TEAM_CHANGED ->
          episodes.requireTeamChange(state, founding, record, (TeamChangedBody) record.body());
      case OPINION_ACCEPTED ->
          episodes.requireAcceptance(state, founding, record, (OpinionAcceptedBody) record.body());
      case STORED -> episodes.requireStorage(state, (StoredBody) record.body());
      case ACCESS_REQUESTED ->
          sharing.requireRequest(state, record, (AccessRequestedBody) record.body());
      case CONSENT_GIVEN ->
          sharing.requireConsent(state, founding, record, (ConsentGivenBody) record.body());
      case CONSENT_REFUSED ->
          sharing.requireRefusal(state, record, (ConsentRefusedBody) record.body());
      case CONSENT_WITHDRAWN ->
          sharing.requireWithdrawal(state, record, (ConsentWithdrawnBody) record.body());
      case RE_ENCRYPTION_KEY_ISSUED ->
          sharing.requireIssue(state, record, (KeyIssuedBody) record.body(), now);
      case ACCESS_REFUSED -> sharing.requireAccessRefusal(state, (AccessRefusedBody) record.body());
      case RECORD_READ ->
          sharing.requireReading(state, record, (RecordReadBody) record.body(), now);
      case REJECTION -> requireRejection(state, record, (RejectionBody) record.body());
      case HOSPITAL_REPORTED ->
          matters.requireReport(state, founding, record, (HospitalReportedBody) record.body());
      case REPORT_DECIDED -> matters.requireDecision(state, (ReportDecidedBody) record.body());
      case DOCTOR_APPEALED ->
          matters.requireAppeal(state, record, ((DoctorAppealedBody) record.body()).appeal());
      case HOSPITAL_APPEALED ->
          matters.requireAppeal(state, record, ((HospitalAppealedBody) record.body()).appeal());
      case APPEAL_DECIDED -> matters.requireDecision(state, (AppealDecidedBody) record.body());
      case EPOCH_CLOSED ->
          epochs.requireClosing(state, founding, (EpochClosedBody) record.body(), now);
      case STATION_ENROLLED ->
          stations.requireEnrolment(state, record, (StationEnrolledBody) record.body());
      case STATION_WITHDRAWN ->
          stations.requireWithdrawal(state, record, (StationWithdrawnBody) record.body());
      case STANDING_CONSENT_USED ->
          sharing.requireStandingUse(
              state, standing, record, (StandingConsentUsedBody) record.body(), now);
      case EMERGENCY_OPENED ->
          sharing.requireEmergency(
              state, emergencies, record, (EmergencyOpenedBody) record.body(), now);
      case EMERGENCY_REVIEWED ->
          emergencies.requireReview(state, (EmergencyReviewedBody) record.body());
      case CREDIT_RULES, HOSPITAL_ADMITTED, STANDING_CONSENT, STANDING_CONSENT_WITHDRAWN -> {
        // Nothing beyond the author's right to say it.
      }
    }
  }

  private void requireRejection(ChainState state, LedgerRecord record, RejectionBody body) {
    Delegate doctor =
        state
            .delegate(body.author())
            .orElseThrow(() -> RefusedRecord.because(RejectionReason.BAD_REJECTION));
    require(state.inGoodStanding(body.author()), RejectionReason.EXPELLED);
    require(
        RejectionReason.ofCode(body.reason())
                .filter(reason -> reason.isFault(state.credit().rules()))
                .isPresent()
            && state.rejected(body.content()).isEmpty()
            && state.positionOf(body.content()).isEmpty(),
        RejectionReason.BAD_REJECTION);
    byte[] signed = RecordContent.toSign(record.chain(), body.author(), body.content());
    ByteString key =
        body.episode().isEmpty()
            ? doctor.signingKey()
            : body.episode()
                .flatMap(state::episode)
                .filter(episode -> episode.diagnosis().isEmpty())
                .flatMap(episode -> episode.lastKeyOf(body.author()))
                .orElseThrow(() -> RefusedRecord.because(RejectionReason.BAD_REJECTION));
    require(checks.bls(key, signed, body.signature()), RejectionReason.BAD_REJECTION);
  }
}
