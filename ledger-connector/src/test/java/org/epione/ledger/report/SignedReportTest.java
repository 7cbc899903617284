package org.epione.ledger.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.merkle.MerkleTree;
import org.epione.ledger.report.sample.SampleAudit;
import org.epione.ledger.transparency.Checkpoint;
import org.epione.ledger.transparency.NoteKey;
import org.epione.ledger.transparency.SignedNote;
import org.junit.jupiter.api.Test;

class SignedReportTest {

  private final SampleAudit audit = new SampleAudit("report");
  private final ReportCheck check = new ReportCheck(audit.world().suite().ed25519());
  private final byte[] file = audit.signed().encode();

  private List<String> faults(byte[] of) {
    try {
      return check.faults(SignedReport.decode(of), audit.key());
    } catch (MalformedReportException e) {
      return List.of(String.valueOf(e.getMessage()));
    }
  }

  private byte[] changed(String from, String to) {
    String text = new String(file, StandardCharsets.UTF_8);
    assertThat(text).contains(from);
    return text.replace(from, to).getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void report_shouldHoldAndBeTheSame_whenReadAgain() {
    assertThat(faults(file)).isEmpty();
    assertThat(SignedReport.decode(file)).isEqualTo(audit.signed());
    assertThat(SignedReport.decode(file).report().isSound()).isTrue();
  }

  @Test
  void report_shouldBeRefused_whenAnyByteIsAnother() {
    for (int at = 0; at < file.length; at++) {
      byte[] flipped = file.clone();
      flipped[at] ^= (byte) (1 << at % 8);
      assertThat(faults(flipped)).as("byte %d", at).isNotEmpty();
    }
  }

  @Test
  void report_shouldBeRefused_whenItIsCutAnywhere() {
    for (int length = 0; length < file.length; length += 7) {
      assertThat(faults(Arrays.copyOf(file, length))).as("length %d", length).isNotEmpty();
    }
  }

  @Test
  void report_shouldBeRefused_whenSomethingIsAdded() {
    for (byte[] larger :
        List.of(
            changed("{\"report\":", " {\"report\":"),
            changed("\"sound\":true", "\"sound\":true,\"title\":\"x\""),
            changed("\"sound\":true", "\"sound\":true,\"sound\":true"),
            changed("\"sound\":true", "\"sound\": true"),
            (new String(file, StandardCharsets.UTF_8) + "\n").getBytes(StandardCharsets.UTF_8),
            (new String(file, StandardCharsets.UTF_8) + "{}").getBytes(StandardCharsets.UTF_8))) {
      assertThat(faults(larger)).isNotEmpty();
    }
    assertThatThrownBy(() -> SignedReport.decode(new byte[SignedReport.MAX_LENGTH + 1]))
        .isInstanceOf(MalformedReportException.class)
        .hasMessageContaining("at most");
  }

  @Test
  void report_shouldBeRefused_whenAMemberIsMissingOrOfAnotherType() {
    for (byte[] other :
        List.of(
            changed("epione.audit-report/1", "epione.audit-report/2"),
            changed("\"sound\":true", "\"sound\":1"),
            changed("\"sound\":true", "\"sound\":false"),
            changed("\"height\":3", "\"height\":3.5"),
            changed("\"height\":3", "\"height\":1e99"),
            changed("\"height\":3", "\"height\":\"3\""),
            changed("\"kind\":\"EPISODE\"", "\"kind\":\"HOUSE\""),
            changed("\"kind\":\"EPISODE\"", "\"kind\":\"PERIOD\""),
            changed("\"findings\":[", "\"findings\":[1,"),
            changed("\"begun\":\"2026", "\"begun\":\"2126"),
            "{}".getBytes(StandardCharsets.UTF_8),
            "[]".getBytes(StandardCharsets.UTF_8),
            new byte[] {(byte) 0xff},
            "[".repeat(100_000).getBytes(StandardCharsets.UTF_8))) {
      assertThat(faults(other)).isNotEmpty();
    }
  }

  @Test
  void report_shouldBeRefused_whenAnotherSignedIt() {
    SampleAudit other = new SampleAudit("other");
    assertThat(check.faults(audit.signed(), other.key())).isNotEmpty();
    SignedReport foreign =
        SignedReport.sign(audit.report(), audit.signer(audit.world().hospital(), audit.log()));
    assertThat(check.faults(foreign, audit.key()))
        .containsExactly("the report is not signed by " + audit.key().name());
    SignedReport sameName =
        SignedReport.sign(audit.report(), audit.signer(audit.world().hospital(), audit.key()));
    assertThat(check.faults(sameName, audit.key()))
        .containsExactly("the report is not signed by " + audit.key().name());
  }

  @Test
  void report_shouldBeRefused_whenTheSignatureIsOfAnotherReport() {
    SignedReport swapped =
        new SignedReport(
            audit.report(),
            audit
                .sign(audit.report(audit.chain(), audit.report().findings(), List.of()))
                .signature());
    assertThat(check.faults(swapped, audit.key()))
        .containsExactly("what " + audit.key().name() + " signed is another report");
  }

  @Test
  void report_shouldBeRefused_whenAHeadOfTheSignersOwnLogStandsForTheSeal() {
    SignedNote head =
        audit
            .signer(audit.world().manager(), audit.key())
            .sign(new Checkpoint(audit.key().name(), 1, Digest.of(new byte[1])));
    assertThat(faults(new SignedReport(audit.report(), head).encode())).isNotEmpty();
  }

  @Test
  void record_shouldBeNamed_whenItsProofIsAnothers() {
    ReportedRecord first = audit.record(5);
    ReportedRecord second = audit.record(6);
    ReportedRecord swapped = new ReportedRecord(first.record(), first.index(), second.path());
    ReportedRecord moved = new ReportedRecord(first.record(), second.index(), second.path());
    ReportedRecord shorter =
        new ReportedRecord(
            first.record(), first.index(), first.path().subList(1, first.path().size()));
    ReportedRecord longer =
        new ReportedRecord(
            first.record(), first.index(), Collections.nCopies(200, first.path().get(0)));
    ReportedRecord beyond = new ReportedRecord(first.record(), 1_000, first.path());
    for (ReportedRecord bad : List.of(swapped, moved, shorter, longer, beyond)) {
      AuditReport report =
          audit.report(audit.chain(), audit.report().findings(), List.of(bad, second));
      assertThat(check.faults(audit.sign(report), audit.key()))
          .containsExactly(
              "the record " + first.record().id().hex() + " is not under the head of the log");
    }
  }

  @Test
  void record_shouldBeNamed_whenItIsOfAnotherChain() {
    ReportedRecord foreign = new SampleAudit("other").record(5);
    AuditReport report = audit.report(audit.chain(), audit.report().findings(), List.of(foreign));
    assertThat(check.faults(audit.sign(report), audit.key())).hasSize(1);
  }

  @Test
  void head_shouldBeRefused_whenNotTheLogsOrNotCosigned() {
    MerkleTree tree = audit.tree();
    SampleAudit other = new SampleAudit("other");
    SignedNote bare =
        audit
            .signer(audit.world().hospital(), audit.log())
            .sign(new Checkpoint(audit.log().name(), tree.size(), tree.root()));
    List<String> faults = new ArrayList<>();
    for (SignedNote head : List.of(other.head(tree), bare)) {
      AuditReport report =
          audit.report(audit.chain(head), audit.report().findings(), audit.report().records());
      faults.addAll(check.faults(audit.sign(report), audit.key()));
    }
    assertThat(faults)
        .containsExactly(
            "the head of the log is not signed by " + audit.log().name(),
            "the head of the log is not cosigned by " + audit.witness().name(),
            "the head of the log is not cosigned by " + audit.witness().name());
  }

  @Test
  void log_shouldBeRefused_whenItIsNotThatOfTheChain() {
    ReportedChain chain = audit.chain();
    NoteKey log = NoteKey.of(audit.world().other().certificate().identity(), NoteKey.Role.LOG);
    MerkleTree tree = audit.tree();
    ReportedChain foreign =
        new ReportedChain(
            chain.hospital(),
            chain.pid(),
            chain.height(),
            chain.head(),
            chain.made(),
            chain.records(),
            log,
            List.of(),
            audit
                .signer(audit.world().other(), log)
                .sign(new Checkpoint(log.name(), tree.size(), tree.root())));
    AuditReport report = audit.report(foreign, audit.report().findings(), audit.report().records());
    assertThat(check.faults(audit.sign(report), audit.key()))
        .containsExactly("the log " + log.name() + " is not that of the chain");
  }

  @Test
  void report_shouldBeUnsound_whenOneFindingIsNot() {
    AuditReport report =
        audit.report(
            audit.chain(),
            List.of(new ReportFinding("STORAGE", "FILE", false, "Gone.", "CLOUD")),
            List.of());
    SignedReport signed = SignedReport.decode(audit.sign(report).encode());
    assertThat(signed.report().isSound()).isFalse();
    assertThat(check.faults(signed, audit.key())).isEmpty();
  }
}
