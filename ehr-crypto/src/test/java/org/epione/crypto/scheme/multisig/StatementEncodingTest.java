package org.epione.crypto.scheme.multisig;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.epione.crypto.Suites;
import org.epione.crypto.encoding.Encoding;
import org.epione.crypto.encoding.EncodingContract;
import org.epione.crypto.identity.EpisodeId;
import org.epione.crypto.identity.Pseudonym;
import org.epione.crypto.transcript.Digest;

class StatementEncodingTest extends EncodingContract {

  private static final Instant TIME = Instant.parse("2026-11-21T08:00:00Z");

  @Override
  protected List<Encoding<?>> encodings() {
    EpisodeId episode = EpisodeId.random(Suites.blst("statement encodings").random());
    Pseudonym patient = Pseudonym.of("patient".getBytes(StandardCharsets.UTF_8));
    Pseudonym doctor = Pseudonym.of("doctor".getBytes(StandardCharsets.UTF_8));
    List<Pseudonym> signers = List.of(doctor, patient);
    Digest content = Digest.of(new byte[0]);
    Statement first = new Statement(episode, patient, signers, 1, TIME, content, Optional.empty());
    Statement second =
        new Statement(episode, patient, signers, 2, TIME, content, Optional.of(first.digest()));
    return List.of(
        Encoding.of(Statement.class, Statement::decode, Statement::encode, first, second));
  }
}
