package org.epione.ledger.transparency;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a witness signs: at this time, this was the largest consistent head that it has seen of the
 * log (C2SP tlog-cosignature, Ed25519). In a signature line: time (8 bytes, seconds) and signature
 * (64 bytes).
 *
 * @param time to the second
 * @param checkpoint text of the checkpoint
 */
record WitnessStatement(Instant time, String checkpoint) {

  private static final int TIME_LENGTH = 8;
  private static final int SIGNATURE_LENGTH = 64;

  /** The signed bytes. */
  byte[] toSign() {
    return ("cosignature/v1\ntime " + time.getEpochSecond() + "\n" + checkpoint)
        .getBytes(StandardCharsets.UTF_8);
  }

  /** What stands in the signature line behind the key's identifier. */
  byte[] line(byte[] signature) {
    return ByteBuffer.allocate(TIME_LENGTH + signature.length)
        .putLong(time.getEpochSecond())
        .put(signature)
        .array();
  }

  /** The statement of a signature line; none if it has another form. */
  static Optional<WitnessStatement> of(byte[] line, String checkpoint) {
    if (line.length != TIME_LENGTH + SIGNATURE_LENGTH) {
      return Optional.empty();
    }
    long seconds = ByteBuffer.wrap(line).getLong();
    if (seconds < 0 || seconds > Instant.MAX.getEpochSecond()) {
      return Optional.empty();
    }
    return Optional.of(new WitnessStatement(Instant.ofEpochSecond(seconds), checkpoint));
  }

  /** The signature in a signature line. */
  static byte[] signature(byte[] line) {
    return Arrays.copyOfRange(line, TIME_LENGTH, line.length);
  }
}
