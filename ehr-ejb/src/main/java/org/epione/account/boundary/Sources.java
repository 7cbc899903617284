package org.epione.account.boundary;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.epione.crypto.transcript.Digest;

/** What stands for a source or a name in the counting of attempts: nothing that names a person. */
public final class Sources {

  private static final int KEPT = 40;

  private Sources() {}

  /** Stands for the address that a request came from. */
  public static String subject(String source) {
    return "source:" + digest(source);
  }

  /** Stands for that address where somebody says that a password is lost. */
  public static String asking(String source) {
    return "asking:" + digest(source);
  }

  /** Stands for a user name that belongs to nobody. */
  public static String nobody(String userName) {
    return "name:" + digest(userName.strip().toLowerCase(Locale.ROOT));
  }

  private static String digest(String text) {
    return Digest.of(text.getBytes(StandardCharsets.UTF_8)).hex().substring(0, KEPT);
  }
}
