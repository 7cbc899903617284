package org.epione.crypto.envelope;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.Suites;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.encoding.Encoding;
import org.epione.crypto.encoding.EncodingContract;
import org.epione.crypto.signature.Ed25519SecretKey;

class EnvelopeEncodingTest extends EncodingContract {

  private static final Instant TIME = Instant.parse("2026-11-21T08:00:00Z");

  private final CryptoSuite suite = Suites.blst("envelope encodings");

  @Override
  protected List<Encoding<?>> encodings() {
    EnvelopeId id = EnvelopeId.random(suite.random());
    Envelope first =
        new Envelope(id, "x", "AB", "CD", TIME, Optional.empty(), ByteString.of(new byte[0]));
    Envelope answer =
        new Envelope(
            EnvelopeId.random(suite.random()),
            "team.turn",
            "HOSPITAL-1",
            "CLOUD",
            TIME,
            Optional.of(id),
            ByteString.of(new byte[] {1, 2, 3}));
    Ed25519SecretKey key = suite.ed25519().generate().secretKey();
    return List.of(
        Encoding.of(Envelope.class, Envelope::decode, Envelope::toSign, first, answer),
        Encoding.of(
            SignedEnvelope.class,
            SignedEnvelope::decode,
            SignedEnvelope::encode,
            SignedEnvelope.seal(suite.ed25519(), key, first),
            SignedEnvelope.seal(suite.ed25519(), key, answer)));
  }
}
