package org.epione.ledger.record;

import java.util.List;
import java.util.function.Function;
import org.epione.crypto.encoding.Encoding;
import org.epione.crypto.encoding.EncodingContract;
import org.epione.ledger.world.World;

/** Records and what each type of them says. */
class RecordEncodingTest extends EncodingContract {

  @Override
  protected List<Encoding<?>> encodings() {
    World world = new World("record encodings");
    List<LedgerRecord> records = OneOfEach.in(world);
    return List.of(
        Encoding.of(
            LedgerRecord.class,
            LedgerRecord::decode,
            LedgerRecord::encode,
            records.toArray(LedgerRecord[]::new)),
        Encoding.of(
            RecordContent.class,
            RecordContent::decode,
            RecordContent::encode,
            records.stream().map(LedgerRecord::content).toArray(RecordContent[]::new)),
        Encoding.of(
            SaltedText.class,
            SaltedText::decode,
            SaltedText::encode,
            SaltedText.of("x", world.suite().random()),
            SaltedText.of("The record was late.", world.suite().random())),
        body(HospitalAdmittedBody.class, HospitalAdmittedBody::decode, records),
        body(DoctorEnrolledBody.class, DoctorEnrolledBody::decode, records),
        body(DoctorKeyChangedBody.class, DoctorKeyChangedBody::decode, records),
        body(EpisodeOpenedBody.class, EpisodeOpenedBody::decode, records),
        body(DiagnosisBody.class, DiagnosisBody::decode, records),
        body(StoredBody.class, StoredBody::decode, records),
        body(TeamChangedBody.class, TeamChangedBody::decode, records),
        body(OpinionAcceptedBody.class, OpinionAcceptedBody::decode, records),
        body(WarrantWithdrawnBody.class, WarrantWithdrawnBody::decode, records),
        body(AccessRequestedBody.class, AccessRequestedBody::decode, records),
        body(ConsentGivenBody.class, ConsentGivenBody::decode, records),
        body(StandingConsentBody.class, StandingConsentBody::decode, records),
        body(StandingConsentUsedBody.class, StandingConsentUsedBody::decode, records),
        body(StandingConsentWithdrawnBody.class, StandingConsentWithdrawnBody::decode, records),
        body(EmergencyOpenedBody.class, EmergencyOpenedBody::decode, records),
        body(EmergencyReviewedBody.class, EmergencyReviewedBody::decode, records),
        body(ConsentRefusedBody.class, ConsentRefusedBody::decode, records),
        body(ConsentWithdrawnBody.class, ConsentWithdrawnBody::decode, records),
        body(KeyIssuedBody.class, KeyIssuedBody::decode, records),
        body(AccessRefusedBody.class, AccessRefusedBody::decode, records),
        body(RecordReadBody.class, RecordReadBody::decode, records),
        body(RejectionBody.class, RejectionBody::decode, records),
        body(CreditRulesBody.class, CreditRulesBody::decode, records),
        body(HospitalReportedBody.class, HospitalReportedBody::decode, records),
        body(ReportDecidedBody.class, ReportDecidedBody::decode, records),
        body(DoctorAppealedBody.class, DoctorAppealedBody::decode, records),
        body(HospitalAppealedBody.class, HospitalAppealedBody::decode, records),
        body(AppealDecidedBody.class, AppealDecidedBody::decode, records),
        body(EpochClosedBody.class, EpochClosedBody::decode, records),
        body(StationEnrolledBody.class, StationEnrolledBody::decode, records),
        body(StationWithdrawnBody.class, StationWithdrawnBody::decode, records));
  }

  private static <T extends RecordBody> Encoding<T> body(
      Class<T> type, Function<byte[], T> decoder, List<LedgerRecord> records) {
    return new Encoding<>(
        type.getSimpleName(),
        type,
        decoder,
        RecordBody::encode,
        records.stream().map(LedgerRecord::body).filter(type::isInstance).map(type::cast).toList());
  }
}
