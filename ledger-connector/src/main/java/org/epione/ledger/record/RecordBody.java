package org.epione.ledger.record;

/** What a record says beyond who says it and when; immutable, one class for each type. */
public sealed interface RecordBody
    permits HospitalAdmittedBody,
        DoctorEnrolledBody,
        DoctorKeyChangedBody,
        EpisodeOpenedBody,
        DiagnosisBody,
        StoredBody,
        AccessRequestedBody,
        ConsentGivenBody,
        ConsentRefusedBody,
        ConsentWithdrawnBody,
        KeyIssuedBody,
        AccessRefusedBody,
        RecordReadBody,
        RejectionBody,
        CreditRulesBody,
        HospitalReportedBody,
        ReportDecidedBody,
        DoctorAppealedBody,
        HospitalAppealedBody,
        AppealDecidedBody,
        WarrantWithdrawnBody,
        TeamChangedBody,
        OpinionAcceptedBody,
        EpochClosedBody,
        StandingConsentBody,
        StandingConsentUsedBody,
        StandingConsentWithdrawnBody,
        EmergencyOpenedBody,
        EmergencyReviewedBody,
        StationEnrolledBody,
        StationWithdrawnBody {

  /** Which type of record it belongs to. */
  RecordType type();

  /** The canonical encoding. */
  byte[] encode();
}
