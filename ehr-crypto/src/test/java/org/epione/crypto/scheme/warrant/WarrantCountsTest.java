package org.epione.crypto.scheme.warrant;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.epione.crypto.counting.Algorithm;
import org.epione.crypto.counting.OperationCountContract;
import org.epione.crypto.identity.EpisodeId;
import org.epione.crypto.identity.Nonce;
import org.epione.crypto.identity.Pseudonym;
import org.epione.crypto.signature.BlsSecretKey;
import org.epione.crypto.signature.BlsSignature;

class WarrantCountsTest extends OperationCountContract {

  private static final Instant TIME = Instant.parse("2026-11-21T08:00:00Z");

  @Override
  protected String section() {
    return "Warrants";
  }

  @Override
  protected List<Algorithm> algorithms() {
    Warrants warrants = suite().warrants();
    BlsSecretKey patient = suite().bls().generate();
    Warrant warrant =
        new Warrant(
            EpisodeId.of(new byte[EpisodeId.LENGTH]),
            Pseudonym.of("patient".getBytes(StandardCharsets.UTF_8)),
            Pseudonym.of("doctor".getBytes(StandardCharsets.UTF_8)),
            1,
            TIME,
            TIME,
            "",
            Nonce.of(new byte[Nonce.LENGTH]));
    BlsSignature signature = warrants.sign(patient, warrant);
    return List.of(
        Algorithm.of("sign", () -> warrants.sign(patient, warrant)),
        Algorithm.of("verify", () -> warrants.verify(patient.publicKey(), warrant, signature)));
  }
}
