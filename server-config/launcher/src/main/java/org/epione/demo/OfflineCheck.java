package org.epione.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.epione.crypto.CryptoSuite;
import org.epione.demo.client.AuditorDesk;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.report.PdfReport;
import org.epione.ledger.report.ReportCheck;
import org.epione.ledger.transparency.LogProof;
import org.epione.ledger.transparency.NoteKey;
import org.epione.ledger.transparency.NoteVerifier;
import org.epione.ledger.verification.ChainVerifier;
import org.epione.ledger.verification.Fault;
import org.epione.ledger.verification.ProgressListener;
import org.epione.ledger.verification.VerificationReport;

/** Verifies exported chains, proofs and reports with nothing but the file. */
public final class OfflineCheck {
  private final Stage stage;
  private final ChainVerifier verifier;
  private final NoteVerifier notes;
  private final ReportCheck reports;

  /** Checks exports of that stage's chains. */
  public OfflineCheck(Stage stage, CryptoSuite crypto) {
    this.stage = stage;
    this.verifier = new ChainVerifier(crypto);
    this.notes = new NoteVerifier(crypto.ed25519());
    this.reports = new ReportCheck(crypto.ed25519());
  }

  /** The chain is exported and verified without server or database. */
  public void play(String hospital) throws IOException {
    byte[] exported = stage.auditor().exportChain(hospital);
    Path file = stage.target().home().resolve("demonstration-" + hospital + ".chain");
    Files.write(file, exported);
    VerificationReport report = verify(exported);
    Verified.that(report.isValid(), "the exported chain holds, not " + report.fault().orElse(null));
    stage
        .progress()
        .verified(
            "export verified offline",
            hospital,
            report.head().map(head -> "0-" + head.height()).orElse(""),
            exported.length + " bytes, final by delegates: " + delegates(report) + ", " + file);
    byte[] altered = exported.clone();
    altered[altered.length / 2] ^= 1;
    Optional<Fault> fault = verify(altered).fault();
    Verified.that(fault.isPresent(), "a flipped bit in the export is found");
    stage.progress().verified("one bit of the export flipped", hospital, "", "found and named");
  }

  /** One record of an episode is proven without server or database. */
  public void proof(Treatment treatment) throws IOException {
    String hospital = treatment.story().hospital();
    AuditorDesk desk = stage.auditor();
    AuditorDesk.Act act = desk.acts(hospital, treatment.episodeId()).get(0);
    byte[] file = desk.proof(hospital, act.record());
    Path path =
        stage.target().home().resolve("demonstration-" + treatment.episodeId() + ".tlog-proof");
    Files.write(path, file);
    LogProof proof = LogProof.parse(file);
    Verified.that(
        proof.holds(notes, NoteKey.parse(desk.logKey(hospital))), "the proof of a record holds");
    Verified.that(
        LedgerRecord.decode(proof.record().bytes()).id().hex().equals(act.record()),
        "the proof is of the record that was asked for");
    stage
        .progress()
        .verified(
            "record proven offline",
            treatment.episode().reference(),
            act.block().toString(),
            "leaf " + proof.index() + " of a log of " + proof.head().size() + ", " + path);
  }

  /** The auditor has a report of an episode made, which is verified without the server. */
  public void report(Treatment treatment) throws IOException {
    AuditorDesk desk = stage.auditor();
    String id = desk.beginReport(treatment.story().hospital(), treatment.episodeId());
    stage
        .waiting()
        .untilTrue(
            "the report of the audit",
            "the auditor's page of reports",
            () -> desk.reportState(id).equals("DONE"));
    byte[] file = desk.reportPdf(id);
    Path path = stage.target().home().resolve("demonstration-" + treatment.episodeId() + ".pdf");
    Files.write(path, file);
    PdfReport pdf = PdfReport.read(file);
    List<String> faults = reports.faults(pdf.report(), NoteKey.parse(desk.reportKey()));
    Verified.that(faults.isEmpty(), "the signature and proofs of the report hold, not " + faults);
    Verified.that(pdf.genuinePages(), "the pages are those of the attached report");
    Verified.that(
        Arrays.equals(pdf.report().encode(), desk.reportJson(id)),
        "the report in the PDF is the one that the portal gives as JSON");
    Verified.that(pdf.report().report().isSound(), "the report finds the episode sound");
    stage
        .progress()
        .verified(
            "report verified offline",
            treatment.episode().reference(),
            "",
            pdf.report().report().findings().size()
                + " checks, "
                + pdf.report().report().records().size()
                + " records with proofs, "
                + path);
  }

  private static String delegates(VerificationReport report) {
    return report.finalByDelegates().isPresent()
        ? "0-" + report.finalByDelegates().getAsLong()
        : "nothing";
  }

  private VerificationReport verify(byte[] export) throws IOException {
    return verifier.verify(new ByteArrayInputStream(export), ProgressListener.NONE);
  }
}
