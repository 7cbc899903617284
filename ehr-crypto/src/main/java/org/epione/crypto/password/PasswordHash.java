package org.epione.crypto.password;

import java.lang.ref.SoftReference;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.random.RandomSource;
import org.epione.crypto.secret.SecretAccess;
import org.epione.crypto.secret.SecretBytes;

/**
 * Argon2id (RFC 9106, version 0x13): makes guessing a password slow and costly. The result is a
 * secret to derive from, never itself stored. Passwords count as Unicode text in normal form C, so
 * that the same password typed on another device is the same. The memory in which it works is wiped
 * and kept for the next. Thread-safe.
 */
public final class PasswordHash {

  /** Shortest salt taken, in bytes. */
  private static final int MIN_SALT = 8;

  private final RandomSource random;

  /** As many as were needed at one time; given up where memory is short. */
  private final Deque<SoftReference<WorkingMemory>> idle = new ConcurrentLinkedDeque<>();

  /** Takes salts from {@code random}. */
  public PasswordHash(RandomSource random) {
    this.random = random;
  }

  /** 64 MiB, 3 passes, 1 lane: about a third of a second, and costly on a graphics card. */
  public PasswordParameters defaults() {
    return of(64 * 1024, 3, 1);
  }

  /** Parameters of the caller's choice. */
  public PasswordParameters of(int memoryKiB, int passes, int lanes) {
    return new PasswordParameters(memoryKiB, passes, lanes);
  }

  /** A new random salt with this cost. */
  public PasswordSalt newSalt(PasswordParameters parameters) {
    return new PasswordSalt(ByteString.of(random.bytes(PasswordSalt.LENGTH)), parameters);
  }

  /** Stretches {@code password}, which stays the caller's to wipe, to {@code length} bytes. */
  public SecretBytes stretch(char[] password, PasswordSalt salt, int length) {
    return stretch(password, salt.salt().bytes(), salt.parameters(), length);
  }

  /** Stretches {@code password}, which stays the caller's to wipe, to {@code length} bytes. */
  public SecretBytes stretch(
      char[] password, byte[] salt, PasswordParameters parameters, int length) {
    try (SecretBytes encoded = encode(password)) {
      return stretch(encoded, salt, parameters, length);
    }
  }

  /** Stretches {@code input}, which holds a password or what is as easy to guess. */
  public SecretBytes stretch(
      SecretBytes input, byte[] salt, PasswordParameters parameters, int length) {
    if (salt.length < MIN_SALT || length < 16 || length > 1024) {
      throw new IllegalArgumentException("salt or output length out of range");
    }
    byte[] bytes = input.reveal(SecretAccess.token());
    byte[] output = new byte[length];
    WorkingMemory memory = memory();
    try {
      Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
      argon2.init(
          new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
              .withVersion(Argon2Parameters.ARGON2_VERSION_13)
              .withMemoryAsKB(parameters.memoryKiB())
              .withIterations(parameters.passes())
              .withParallelism(parameters.lanes())
              .withSalt(salt)
              .withBlockPool(memory)
              .build());
      argon2.generateBytes(bytes, output);
      idle.push(new SoftReference<>(memory));
      return SecretBytes.of(output);
    } finally {
      Arrays.fill(bytes, (byte) 0);
      Arrays.fill(output, (byte) 0);
    }
  }

  private WorkingMemory memory() {
    for (var kept = idle.poll(); kept != null; kept = idle.poll()) {
      WorkingMemory memory = kept.get();
      if (memory != null) {
        return memory;
      }
    }
    return new WorkingMemory();
  }

  /**
   * The password as it is hashed: UTF-8 of its normal form C.
   *
   * @throws IllegalArgumentException if it holds half a surrogate pair
   */
  public static SecretBytes encode(char[] password) {
    CharSequence text = CharBuffer.wrap(password);
    // Normalising makes a String, which cannot be wiped: done only where it changes something.
    CharBuffer normal =
        Normalizer.isNormalized(text, Normalizer.Form.NFC)
            ? CharBuffer.wrap(password)
            : CharBuffer.wrap(Normalizer.normalize(text, Normalizer.Form.NFC));
    byte[] buffer = new byte[3 * normal.remaining()];
    ByteBuffer target = ByteBuffer.wrap(buffer);
    CoderResult result = StandardCharsets.UTF_8.newEncoder().encode(normal, target, true);
    byte[] bytes = Arrays.copyOf(buffer, target.position());
    try {
      if (result.isError()) {
        throw new IllegalArgumentException("password holds half a surrogate pair");
      }
      return SecretBytes.of(bytes);
    } finally {
      Arrays.fill(buffer, (byte) 0);
      Arrays.fill(bytes, (byte) 0);
    }
  }
}
