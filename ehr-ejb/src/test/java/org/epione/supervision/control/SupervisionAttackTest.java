package org.epione.supervision.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.random.SecureRandomSource;
import org.epione.ledger.record.HospitalReportedBody;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.record.MatterId;
import org.epione.ledger.record.ReportDecidedBody;
import org.epione.ledger.record.SaltedText;
import org.epione.ledger.rules.Severity;
import org.epione.party.boundary.Post;
import org.epione.platform.identity.PartyCode;
import org.epione.supervision.Court;
import org.epione.supervision.boundary.CaseState;
import org.epione.supervision.boundary.Outcome;
import org.epione.supervision.boundary.SupervisionDesk;
import org.epione.team.Clinic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Hospital and others tamper with what they lay before the system manager, or decide themselves.
 */
class SupervisionAttackTest {

  private static final PartyCode SM = PartyCode.SYSTEM_MANAGER;

  private final CryptoSuite crypto = CryptoSuite.create(new SecureRandomSource());

  @TempDir private Path home;

  private static void send(Court court, PartyCode from, PartyCode to, String type, byte[] body) {
    court.clinic.container.inTransaction(
        () -> court.clinic.bean(Post.class).send(from, to, type, body, Optional.empty()));
    court.clinic.wire.deliverAll();
  }

  private static LodgedMessage lodged(Court court) {
    return LodgedMessage.decode(court.clinic.wire.payloads(LodgedMessage.TYPE).get(0));
  }

  private static List<String> rejected(Court court) {
    return court.clinic.wire.rejected;
  }

  @Test
  void lodged_shouldBeRejected_whenTheHospitalLeavesEvidenceOutOrChangesTheText() throws Exception {
    try (Court court = new Court(home)) {
      court.report(0, "The hospital keeps a record back.");
      LodgedMessage honest = lodged(court);
      MatterId matter = Matter.of(honest.filed().ledgerRecord().body()).id();
      byte[] praise =
          court
              .clinic
              .bean(SealedTexts.class)
              .seal(
                  court.clinic.bean(KnownChains.class).certificate(SM),
                  matter,
                  SaltedText.of("All is well.", crypto.random()));

      send(
          court,
          Clinic.HOSPITAL,
          SM,
          LodgedMessage.TYPE,
          new LodgedMessage(honest.filed(), List.of(), honest.sealedText()).encode());
      send(
          court,
          Clinic.HOSPITAL,
          SM,
          LodgedMessage.TYPE,
          new LodgedMessage(honest.filed(), honest.named(), ByteString.of(praise)).encode());
      send(
          court,
          Clinic.HOSPITAL,
          SM,
          LodgedMessage.TYPE,
          new LodgedMessage(honest.filed(), honest.named(), ByteString.of(new byte[80])).encode());

      assertThat(rejected(court))
          .hasSize(3)
          .anyMatch(reason -> reason.contains("not those that are named"))
          .anyMatch(reason -> reason.contains("not the one that the chain names"))
          .anyMatch(reason -> reason.contains("does not open"));
      assertThat(court.waiting().text()).isEqualTo("The hospital keeps a record back.");
    }
  }

  @Test
  void lodged_shouldBeRejected_whenTheRecordIsNotOnTheSendersChain() throws Exception {
    try (Court court = new Court(home)) {
      court.report(0, "The hospital keeps a record back.");
      LodgedMessage honest = lodged(court);
      HospitalReportedBody body = (HospitalReportedBody) honest.filed().ledgerRecord().body();
      LedgerRecord invented =
          court.byDoctor(
              court.doctor(1),
              new HospitalReportedBody(
                  MatterId.random(crypto.random()), body.text(), body.records()));

      send(
          court,
          Clinic.HOSPITAL,
          SM,
          LodgedMessage.TYPE,
          new LodgedMessage(
                  new Proven(invented, honest.filed().inclusion()),
                  honest.named(),
                  honest.sealedText())
              .encode());
      send(court, PartyCode.CLOUD, SM, LodgedMessage.TYPE, honest.encode());

      assertThat(rejected(court))
          .hasSize(2)
          .allMatch(reason -> reason.contains("not on the chain it is said to be on"));
      assertThat(court.clinic.as(court.officer, court.clinic.bean(SupervisionDesk.class)::cases))
          .hasSize(1);
    }
  }

  @Test
  void decision_shouldCount_onlyFromTheSystemManager() throws Exception {
    try (Court court = new Court(home)) {
      court.report(0, "The hospital keeps a record back.");
      MatterId matter = MatterId.ofHex(court.waiting().id());
      SaltedText reason = SaltedText.of("Nothing to see.", crypto.random());
      LedgerRecord own =
          court.clinic.signed(
              Clinic.HOSPITAL,
              court.clinic.pid(Clinic.HOSPITAL),
              new ReportDecidedBody(matter, Optional.empty(), reason.commitment()));
      court.submit(Clinic.HOSPITAL, own);
      assertThat(court.waiting().state()).isEqualTo(CaseState.WAITING);

      LedgerRecord late =
          court.clinic.signed(
              SM,
              court.clinic.pid(Clinic.HOSPITAL),
              new ReportDecidedBody(matter, Optional.of(Severity.GRAVE), reason.commitment()));
      court.decide(Outcome.MINOR, "A small wrong.");
      court.submit(SM, late);

      assertThat(court.hospitalPoints()).isEqualTo(95);
      byte[] decided = court.clinic.wire.payloads(DecidedMessage.TYPE).get(0);
      send(court, PartyCode.CLOUD, Clinic.HOSPITAL, DecidedMessage.TYPE, decided);
      assertThat(rejected(court)).anyMatch(why -> why.contains("no say in this matter"));
    }
  }
}
