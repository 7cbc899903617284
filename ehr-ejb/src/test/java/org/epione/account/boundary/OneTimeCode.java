package org.epione.account.boundary;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.time.Instant;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.util.encoders.Base32;

/** What an authenticator shows that was given the key of a second factor. */
final class OneTimeCode {

  private static final TimeBasedOneTimePasswordGenerator AUTHENTICATOR =
      new TimeBasedOneTimePasswordGenerator();

  private OneTimeCode() {}

  /** At that moment. */
  static String of(Enrolment enrolment, Instant time) {
    try {
      return AUTHENTICATOR.generateOneTimePasswordString(
          new SecretKeySpec(Base32.decode(enrolment.key()), AUTHENTICATOR.getAlgorithm()), time);
    } catch (InvalidKeyException e) {
      throw new IllegalStateException(e);
    }
  }
}
