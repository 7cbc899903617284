package org.epione.ledger.state;

import java.util.Optional;
import org.epione.crypto.identity.RecordId;
import org.epione.ledger.record.AccessRefusedBody;
import org.epione.ledger.record.AccessRequestedBody;
import org.epione.ledger.record.ConsentGivenBody;
import org.epione.ledger.record.ConsentRefusedBody;
import org.epione.ledger.record.ConsentWithdrawnBody;
import org.epione.ledger.record.DiagnosisBody;
import org.epione.ledger.record.EmergencyOpenedBody;
import org.epione.ledger.record.EmergencyReviewedBody;
import org.epione.ledger.record.EpisodeOpenedBody;
import org.epione.ledger.record.KeyIssuedBody;
import org.epione.ledger.record.OpinionAcceptedBody;
import org.epione.ledger.record.RecordBody;
import org.epione.ledger.record.RecordReadBody;
import org.epione.ledger.record.StandingConsentUsedBody;
import org.epione.ledger.record.StoredBody;
import org.epione.ledger.record.TeamChangedBody;
import org.epione.ledger.record.WarrantWithdrawnBody;

/** Tells which episode a record on the chain is about. */
public final class EpisodeOf {

  private EpisodeOf() {}

  /** The episode of {@code body}, if it has one; {@code state} is that after its record. */
  public static Optional<RecordId> record(ChainState state, RecordBody body) {
    return switch (body.type()) {
      case EPISODE_OPENED -> Optional.of(((EpisodeOpenedBody) body).episode());
      case DIAGNOSIS -> Optional.of(((DiagnosisBody) body).episode());
      case STORED -> Optional.of(((StoredBody) body).episode());
      case ACCESS_REQUESTED ->
          state.episode(((AccessRequestedBody) body).episode()).map(Episode::id);
      case CONSENT_GIVEN ->
          state.request(((ConsentGivenBody) body).request()).map(AccessRequest::episode);
      case STANDING_CONSENT_USED ->
          state.request(((StandingConsentUsedBody) body).request()).map(AccessRequest::episode);
      case EMERGENCY_OPENED ->
          state.request(((EmergencyOpenedBody) body).request()).map(AccessRequest::episode);
      case EMERGENCY_REVIEWED -> Optional.of(((EmergencyReviewedBody) body).episode());
      case CONSENT_REFUSED -> Optional.of(((ConsentRefusedBody) body).episode());
      case CONSENT_WITHDRAWN -> Optional.of(((ConsentWithdrawnBody) body).episode());
      case RE_ENCRYPTION_KEY_ISSUED -> Optional.of(((KeyIssuedBody) body).episode());
      case ACCESS_REFUSED -> Optional.of(((AccessRefusedBody) body).episode());
      case RECORD_READ -> Optional.of(((RecordReadBody) body).episode());
      case WARRANT_WITHDRAWN -> Optional.of(((WarrantWithdrawnBody) body).episode());
      case TEAM_CHANGED -> Optional.of(((TeamChangedBody) body).episode());
      case OPINION_ACCEPTED -> Optional.of(((OpinionAcceptedBody) body).episode());
      case HOSPITAL_ADMITTED,
          STANDING_CONSENT,
          STANDING_CONSENT_WITHDRAWN,
          DOCTOR_ENROLLED,
          DOCTOR_KEY_CHANGED,
          REJECTION,
          CREDIT_RULES,
          HOSPITAL_REPORTED,
          REPORT_DECIDED,
          DOCTOR_APPEALED,
          HOSPITAL_APPEALED,
          APPEAL_DECIDED,
          EPOCH_CLOSED,
          STATION_ENROLLED,
          STATION_WITHDRAWN ->
          Optional.empty();
    };
  }
}
