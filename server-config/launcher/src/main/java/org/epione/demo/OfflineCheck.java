package org.epione.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.epione.crypto.CryptoSuite;
import org.epione.ledger.verification.ChainVerifier;
import org.epione.ledger.verification.Fault;
import org.epione.ledger.verification.ProgressListener;
import org.epione.ledger.verification.VerificationReport;

/** Verifies exported chains with nothing but the file. */
public final class OfflineCheck {
  private final Stage stage;
  private final ChainVerifier verifier;

  /** Checks exports of that stage's chains. */
  public OfflineCheck(Stage stage, CryptoSuite crypto) {
    this.stage = stage;
    this.verifier = new ChainVerifier(crypto);
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
            exported.length + " bytes, " + file);
    byte[] altered = exported.clone();
    altered[altered.length / 2] ^= 1;
    Optional<Fault> fault = verify(altered).fault();
    Verified.that(fault.isPresent(), "a flipped bit in the export is found");
    stage.progress().verified("one bit of the export flipped", hospital, "", "found and named");
  }

  private VerificationReport verify(byte[] export) throws IOException {
    return verifier.verify(new ByteArrayInputStream(export), ProgressListener.NONE);
  }
}
