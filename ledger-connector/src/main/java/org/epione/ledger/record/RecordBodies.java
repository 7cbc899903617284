package org.epione.ledger.record;

/** Reads bodies by the type that the record states. */
final class RecordBodies {

  private RecordBodies() {}

  static RecordBody decode(RecordType type, byte[] encoded) {
    return switch (type) {
      case HOSPITAL_ADMITTED -> HospitalAdmittedBody.decode(encoded);
      case DOCTOR_ENROLLED -> DoctorEnrolledBody.decode(encoded);
      case DOCTOR_KEY_CHANGED -> DoctorKeyChangedBody.decode(encoded);
      case EPISODE_OPENED -> EpisodeOpenedBody.decode(encoded);
      case DIAGNOSIS -> DiagnosisBody.decode(encoded);
      case STORED -> StoredBody.decode(encoded);
      case ACCESS_REQUESTED -> AccessRequestedBody.decode(encoded);
      case CONSENT_GIVEN -> ConsentGivenBody.decode(encoded);
      case CONSENT_REFUSED -> ConsentRefusedBody.decode(encoded);
      case CONSENT_WITHDRAWN -> ConsentWithdrawnBody.decode(encoded);
      case RE_ENCRYPTION_KEY_ISSUED -> KeyIssuedBody.decode(encoded);
      case ACCESS_REFUSED -> AccessRefusedBody.decode(encoded);
      case RECORD_READ -> RecordReadBody.decode(encoded);
      case REJECTION -> RejectionBody.decode(encoded);
      case CREDIT_RULES -> CreditRulesBody.decode(encoded);
      case HOSPITAL_REPORTED -> HospitalReportedBody.decode(encoded);
      case REPORT_DECIDED -> ReportDecidedBody.decode(encoded);
      case DOCTOR_APPEALED -> DoctorAppealedBody.decode(encoded);
      case HOSPITAL_APPEALED -> HospitalAppealedBody.decode(encoded);
      case APPEAL_DECIDED -> AppealDecidedBody.decode(encoded);
      case WARRANT_WITHDRAWN -> WarrantWithdrawnBody.decode(encoded);
      case TEAM_CHANGED -> TeamChangedBody.decode(encoded);
      case OPINION_ACCEPTED -> OpinionAcceptedBody.decode(encoded);
      case EPOCH_CLOSED -> EpochClosedBody.decode(encoded);
      case STANDING_CONSENT -> StandingConsentBody.decode(encoded);
      case STANDING_CONSENT_USED -> StandingConsentUsedBody.decode(encoded);
      case STANDING_CONSENT_WITHDRAWN -> StandingConsentWithdrawnBody.decode(encoded);
      case EMERGENCY_OPENED -> EmergencyOpenedBody.decode(encoded);
      case EMERGENCY_REVIEWED -> EmergencyReviewedBody.decode(encoded);
      case STATION_ENROLLED -> StationEnrolledBody.decode(encoded);
      case STATION_WITHDRAWN -> StationWithdrawnBody.decode(encoded);
    };
  }
}
