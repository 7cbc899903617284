package org.epione.ledger.state;

import java.util.Map;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.ledger.identity.Pid;
import org.epione.ledger.record.Appeal;
import org.epione.ledger.record.HospitalReportedBody;
import org.epione.ledger.record.MatterId;
import org.epione.ledger.rules.Severity;

/** Reports and appeals of a chain within the encoding of its state. */
final class MatterEncoding {

  private MatterEncoding() {}

  static void write(CanonicalWriter to, Matters matters) {
    Entries.write(
        to, matters.reports(), MatterId::value, (each, entry) -> write(each, entry.getValue()));
    Entries.write(
        to, matters.appeals(), MatterId::value, (each, entry) -> write(each, entry.getValue()));
  }

  static Matters read(CanonicalReader from) {
    return new Matters(
        Entries.read(
            from,
            MatterId::value,
            each -> {
              Report report = report(each);
              return Map.entry(report.id(), report);
            }),
        Entries.read(
            from,
            MatterId::value,
            each -> {
              LodgedAppeal appeal = appeal(each);
              return Map.entry(appeal.appeal().matter(), appeal);
            }));
  }

  private static void write(CanonicalWriter to, Report report) {
    write(to, report.id());
    report.doctor().write(to);
    Fields.digest(to, report.text());
    to.list(report.records(), Fields::digest)
        .instant(report.at())
        .optional(
            report.decision(),
            (each, decision) -> {
              each.optional(decision.severity(), (flag, severity) -> flag.u8(severity.code()));
              Fields.digest(each, decision.reason());
              each.instant(decision.at());
            });
  }

  private static Report report(CanonicalReader from) {
    return new Report(
        matter(from),
        Pid.read(from),
        Fields.digest(from),
        from.list(HospitalReportedBody.MOST_RECORDS, Fields::digest),
        from.instant(),
        from.optional(
            each ->
                new Report.Decision(
                    each.optional(flag -> Severity.of(flag.u8())),
                    Fields.digest(each),
                    each.instant())));
  }

  private static void write(CanonicalWriter to, LodgedAppeal appeal) {
    write(to, appeal.appeal().matter());
    to.optional(appeal.appeal().against(), Fields::digest);
    Fields.digest(to, appeal.appeal().text());
    appeal.appellant().write(to);
    to.instant(appeal.at())
        .optional(
            appeal.decision(),
            (each, decision) -> {
              each.u8(decision.granted() ? 1 : 0);
              Fields.digest(each, decision.reason());
              each.instant(decision.at());
            });
  }

  private static LodgedAppeal appeal(CanonicalReader from) {
    return new LodgedAppeal(
        new Appeal(matter(from), from.optional(Fields::digest), Fields.digest(from)),
        Pid.read(from),
        from.instant(),
        from.optional(
            each -> new LodgedAppeal.Decision(granted(each), Fields.digest(each), each.instant())));
  }

  private static boolean granted(CanonicalReader from) {
    int flag = from.u8();
    if (flag > 1) {
      throw new MalformedEncodingException("neither granted nor dismissed");
    }
    return flag == 1;
  }

  private static void write(CanonicalWriter to, MatterId id) {
    to.fixed(id.value().bytes(), MatterId.LENGTH);
  }

  private static MatterId matter(CanonicalReader from) {
    return new MatterId(Fields.fixed(from, MatterId.LENGTH));
  }
}
