package org.epione.ledger.world;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.record.Appeal;
import org.epione.ledger.record.AppealDecidedBody;
import org.epione.ledger.record.DoctorAppealedBody;
import org.epione.ledger.record.HospitalAppealedBody;
import org.epione.ledger.record.HospitalReportedBody;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.record.MatterId;
import org.epione.ledger.record.ReportDecidedBody;
import org.epione.ledger.record.SaltedText;
import org.epione.ledger.rules.Severity;

/** One report or one appeal, and its decision. */
public final class MatterActs {

  private final World world;
  private final MatterId matter;

  /** A new matter. */
  public MatterActs(World world) {
    this.world = world;
    this.matter = MatterId.random(world.suite().random());
  }

  /** Its name. */
  public MatterId id() {
    return matter;
  }

  /** HOSPITAL_REPORTED. */
  public LedgerRecord reported(Doctor doctor, LedgerRecord... evidence) {
    List<Digest> records = Arrays.stream(evidence).map(LedgerRecord::contentDigest).toList();
    return world.by(doctor, new HospitalReportedBody(matter, text("It hides records."), records));
  }

  /** REPORT_DECIDED. */
  public LedgerRecord reportDecided(Optional<Severity> severity) {
    return world.by(world.manager(), new ReportDecidedBody(matter, severity, text("So it is.")));
  }

  /** DOCTOR_APPEALED. */
  public LedgerRecord appealed(Doctor doctor, Optional<Digest> against) {
    return world.by(
        doctor, new DoctorAppealedBody(new Appeal(matter, against, text("I did not."))));
  }

  /** HOSPITAL_APPEALED. */
  public LedgerRecord appealed(Optional<Digest> against) {
    return world.by(
        world.hospital(),
        new HospitalAppealedBody(new Appeal(matter, against, text("We did not."))));
  }

  /** APPEAL_DECIDED. */
  public LedgerRecord appealDecided(boolean granted) {
    return world.by(
        world.manager(), new AppealDecidedBody(matter, granted, text("Both were heard.")));
  }

  private Digest text(String text) {
    return SaltedText.of(text, world.suite().random()).commitment();
  }
}
