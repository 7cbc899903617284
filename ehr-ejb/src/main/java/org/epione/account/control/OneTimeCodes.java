package org.epione.account.control;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.util.encoders.Base32;
import org.epione.crypto.secret.ConstantTime;

/**
 * One-time codes by time (RFC 6238) from HMAC-SHA-1, of steps of 30 seconds. Authenticators
 * commonly know these parameters only; what is known of collisions of SHA-1 does not concern HMAC.
 */
final class OneTimeCodes {

  /** Bytes of a key, as RFC 4226 section 4 recommends. */
  static final int KEY_LENGTH = 20;

  private static final Duration STEP = Duration.ofSeconds(30);
  private static final int WINDOW = 1;
  private static final String ISSUER = "Epione";

  private final TimeBasedOneTimePasswordGenerator generator;

  /**
   * Codes of so many digits.
   *
   * @param digits 6 to 8
   */
  OneTimeCodes(int digits) {
    this.generator = new TimeBasedOneTimePasswordGenerator(STEP, digits);
  }

  /** The code of a moment. */
  String at(byte[] key, Instant time) {
    try {
      return generator.generateOneTimePasswordString(
          new SecretKeySpec(key, generator.getAlgorithm()), time, Locale.ROOT);
    } catch (InvalidKeyException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * The step whose code this is: now, the one before or the one after, and later than the last one
   * that was accepted; empty if it is of none.
   */
  OptionalLong stepOf(byte[] key, String code, long last, Instant now) {
    long present = now.getEpochSecond() / STEP.toSeconds();
    byte[] typed = code.getBytes(StandardCharsets.UTF_8);
    return LongStream.rangeClosed(present - WINDOW, present + WINDOW)
        .filter(step -> step > last)
        .filter(step -> ConstantTime.areEqual(typed, codeOf(key, step)))
        .findFirst();
  }

  /** The key as people type it. */
  String shown(byte[] key) {
    return Base32.toBase32String(key);
  }

  /** The key URI that authenticators read from a QR code. */
  String uri(String userName, byte[] key) {
    return "otpauth://totp/"
        + ISSUER
        + ":"
        + URLEncoder.encode(userName, StandardCharsets.UTF_8)
        + "?secret="
        + shown(key)
        + "&issuer="
        + ISSUER
        + "&algorithm=SHA1&digits="
        + generator.getPasswordLength()
        + "&period="
        + STEP.toSeconds();
  }

  private byte[] codeOf(byte[] key, long step) {
    Instant time = Instant.ofEpochSecond(step * STEP.toSeconds());
    return at(key, time).getBytes(StandardCharsets.UTF_8);
  }
}
