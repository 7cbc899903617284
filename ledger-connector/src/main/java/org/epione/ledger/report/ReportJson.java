package org.epione.ledger.report;

import static org.epione.ledger.report.ReportFields.base64;
import static org.epione.ledger.report.ReportFields.maybeTime;
import static org.epione.ledger.report.ReportFields.number;
import static org.epione.ledger.report.ReportFields.object;
import static org.epione.ledger.report.ReportFields.objects;
import static org.epione.ledger.report.ReportFields.text;
import static org.epione.ledger.report.ReportFields.texts;
import static org.epione.ledger.report.ReportFields.time;
import static org.epione.ledger.report.ReportFields.truth;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.identity.Pid;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.transparency.NoteKey;
import org.epione.ledger.transparency.SignedNote;

/** Reports as JSON; {@code docs/audit-report.schema.json} describes it. */
final class ReportJson {

  private static final String FORMAT = "epione.audit-report/1";

  private final JsonBuilderFactory json = Json.createBuilderFactory(Map.of());

  private ReportJson() {}

  static JsonObject write(AuditReport report) {
    return new ReportJson().of(report);
  }

  private JsonObject of(AuditReport report) {
    return json.createObjectBuilder()
        .add("format", FORMAT)
        .add("id", report.id())
        .add("auditor", report.auditor())
        .add("scope", of(report.scope()))
        .add("begun", report.begun().toString())
        .add("ended", report.ended().toString())
        .add("sound", report.isSound())
        .add("chain", of(report.chain()))
        .add("findings", array(report.findings(), this::of))
        .add("records", array(report.records(), this::of))
        .build();
  }

  private JsonObjectBuilder of(ReportScope scope) {
    JsonObjectBuilder built =
        json.createObjectBuilder()
            .add("kind", scope.kind().name())
            .add("subjects", json.createArrayBuilder(scope.subjects()));
    scope.from().ifPresent(from -> built.add("from", from.toString()));
    scope.until().ifPresent(until -> built.add("until", until.toString()));
    return built;
  }

  private JsonObjectBuilder of(ReportedChain chain) {
    return json.createObjectBuilder()
        .add("hospital", chain.hospital())
        .add("pid", chain.pid().hex())
        .add("height", chain.height())
        .add("head", chain.head().hex())
        .add("made", chain.made().toString())
        .add("records", chain.records())
        .add("key", chain.key().text())
        .add(
            "witnesses",
            json.createArrayBuilder(chain.witnesses().stream().map(NoteKey::text).toList()))
        .add("checkpoint", new String(chain.checkpoint().encode(), StandardCharsets.UTF_8));
  }

  private JsonObjectBuilder of(ReportFinding finding) {
    return json.createObjectBuilder()
        .add("check", finding.check())
        .add("subject", finding.subject())
        .add("ok", finding.ok())
        .add("detail", finding.detail())
        .add("party", finding.party());
  }

  private JsonObjectBuilder of(ReportedRecord each) {
    return json.createObjectBuilder()
        .add("id", each.record().id().hex())
        .add("type", each.record().type().name())
        .add("author", each.record().author().hex())
        .add("time", each.record().time().toString())
        .add("index", each.index())
        .add(
            "path",
            json.createArrayBuilder(
                each.path().stream().map(hash -> base64(hash.bytes())).toList()))
        .add("record", base64(each.record().encode()));
  }

  private <T> JsonArrayBuilder array(Collection<T> items, Function<T, JsonObjectBuilder> writer) {
    JsonArrayBuilder array = json.createArrayBuilder();
    items.forEach(item -> array.add(writer.apply(item)));
    return array;
  }

  /** What is said twice, such as the type of a record, shows when the whole is written again. */
  static AuditReport read(JsonObject in) {
    if (!text(in, "format").equals(FORMAT)) {
      throw new MalformedReportException("the report is of another format than " + FORMAT);
    }
    return new AuditReport(
        text(in, "id"),
        text(in, "auditor"),
        scope(object(in, "scope")),
        time(in, "begun"),
        time(in, "ended"),
        chain(object(in, "chain")),
        objects(in, "findings", ReportJson::finding),
        objects(in, "records", ReportJson::record));
  }

  private static ReportScope scope(JsonObject in) {
    return new ReportScope(
        ReportScope.Kind.valueOf(text(in, "kind")),
        texts(in, "subjects"),
        maybeTime(in, "from"),
        maybeTime(in, "until"));
  }

  private static ReportedChain chain(JsonObject in) {
    return new ReportedChain(
        text(in, "hospital"),
        Pid.ofHex(text(in, "pid")),
        number(in, "height"),
        Digest.ofHex(text(in, "head")),
        time(in, "made"),
        number(in, "records"),
        NoteKey.parse(text(in, "key")),
        texts(in, "witnesses").stream().map(NoteKey::parse).toList(),
        SignedNote.parse(text(in, "checkpoint").getBytes(StandardCharsets.UTF_8)));
  }

  private static ReportFinding finding(JsonObject in) {
    return new ReportFinding(
        text(in, "check"),
        text(in, "subject"),
        truth(in, "ok"),
        text(in, "detail"),
        text(in, "party"));
  }

  private static ReportedRecord record(JsonObject in) {
    return new ReportedRecord(
        LedgerRecord.decode(base64(text(in, "record"))),
        number(in, "index"),
        texts(in, "path").stream().map(hash -> Digest.decode(base64(hash))).toList());
  }
}
