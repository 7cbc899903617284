package org.epione.benchmark;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.hybrid.AeadKey;
import org.epione.crypto.hybrid.StreamingAead;

/** Large attachments, sealed in segments. */
final class Attachments {

  private static final byte[] NONE = new byte[0];
  private static final int MIB = 1024 * 1024;

  private final CryptoSuite suite;

  Attachments(CryptoSuite suite) {
    this.suite = suite;
  }

  List<Algorithm> all() {
    AeadKey key = suite.aead().generateKey();
    byte[] plaintext = new byte[MIB];
    return List.of(
        Algorithm.of("attachments", "seal 1 MiB", () -> seal(key, plaintext))
            .with(1, SymmetricPrimitives.SEAL_MIB)
            .with(1, SymmetricPrimitives.COPY_MIB));
  }

  private long seal(AeadKey key, byte[] plaintext) {
    StreamingAead streams = suite.streamingAead();
    ByteArrayOutputStream sink = new ByteArrayOutputStream(MIB + MIB / 16);
    try {
      return streams.seal(key, NONE, new ByteArrayInputStream(plaintext), sink);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
