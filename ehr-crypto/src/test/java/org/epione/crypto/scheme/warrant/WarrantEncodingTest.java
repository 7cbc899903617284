package org.epione.crypto.scheme.warrant;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.epione.crypto.Suites;
import org.epione.crypto.encoding.Encoding;
import org.epione.crypto.encoding.EncodingContract;
import org.epione.crypto.identity.EpisodeId;
import org.epione.crypto.identity.Nonce;
import org.epione.crypto.identity.Pseudonym;
import org.epione.crypto.random.RandomSource;

class WarrantEncodingTest extends EncodingContract {

  private static final Instant TIME = Instant.parse("2026-11-21T08:00:00Z");

  private final RandomSource random = Suites.blst("warrant encodings").random();

  @Override
  protected List<Encoding<?>> encodings() {
    return List.of(
        Encoding.of(
            Warrant.class, Warrant::decode, Warrant::encode, warrant(""), warrant("Fièvre")));
  }

  private Warrant warrant(String purpose) {
    return new Warrant(
        EpisodeId.random(random),
        Pseudonym.of("patient".getBytes(StandardCharsets.UTF_8)),
        Pseudonym.of("doctor".getBytes(StandardCharsets.UTF_8)),
        1,
        TIME,
        TIME.plusSeconds(60),
        purpose,
        Nonce.random(random));
  }
}
