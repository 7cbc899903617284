package org.epione.system;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.util.encoders.Base32;
import org.epione.demo.client.Waiting;

/** A person's authenticator: shows a code each time that she did not give before. */
final class Authenticator {
  private static final long STEP = 30;

  private final TimeBasedOneTimePasswordGenerator generator =
      new TimeBasedOneTimePasswordGenerator();
  private final Clock clock = Clock.systemUTC();
  private final Waiting waiting = new Waiting(clock, Duration.ofMinutes(2));
  private final SecretKeySpec key;
  private long given;

  /**
   * With the key that the portal showed.
   *
   * @param shown base32, with or without spaces
   */
  Authenticator(String shown) {
    this.key =
        new SecretKeySpec(Base32.decode(shown.replaceAll("\\s", "")), generator.getAlgorithm());
  }

  /** A code that is accepted: of this moment, or, after that was given, of the next step. */
  String code() {
    waiting.untilTrue("the next code", "the clock", () -> step() + 1 > given);
    given = Math.max(step(), given + 1);
    return at(given);
  }

  /** The code that was given last. */
  String last() {
    return at(given);
  }

  private long step() {
    return clock.instant().getEpochSecond() / STEP;
  }

  private String at(long step) {
    try {
      return generator.generateOneTimePasswordString(key, Instant.ofEpochSecond(step * STEP));
    } catch (InvalidKeyException e) {
      throw new IllegalStateException(e);
    }
  }
}
