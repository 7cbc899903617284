package org.epione.architecture;

import java.io.Serializable;
import java.util.Map;
import org.epione.crypto.hybrid.AeadKey;
import org.epione.crypto.secret.SecretBytes;

/** Types that leak what they hold, each in one way. */
final class LeakyTypes {

  private LeakyTypes() {}

  /** Whoever logs it prints its length. */
  static final class Printed implements AutoCloseable {
    private final SecretBytes secret = SecretBytes.of(new byte[1]);

    @Override
    public void close() {
      secret.close();
    }

    @Override
    public String toString() {
      return "Printed" + secret.length();
    }
  }

  /** Its fingerprint is compared in variable time. */
  static final class Compared implements AutoCloseable {
    private final SecretBytes secret = SecretBytes.of(new byte[1]);
    private final String fingerprint = "";

    @Override
    public void close() {
      secret.close();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Compared that && fingerprint.equals(that.fingerprint);
    }

    @Override
    public int hashCode() {
      return 0;
    }

    @Override
    public String toString() {
      return "Compared";
    }
  }

  /** JSON-B and Jackson follow its getter; it holds the secret in a collection. */
  static final class Written implements AutoCloseable {
    private final Map<String, AeadKey> keys = Map.of();

    public SecretBytes getSecret() {
      return keys.values().iterator().next().export();
    }

    @Override
    public void close() {
      keys.values().forEach(AeadKey::close);
    }

    @Override
    public String toString() {
      return "Written";
    }
  }

  /** Nobody wipes it, and it is written with the session. */
  static final class Kept implements Serializable {
    private static final long serialVersionUID = 1L;

    private final transient SecretBytes secret = SecretBytes.of(new byte[1]);

    SecretBytes secret() {
      return secret;
    }

    @Override
    public String toString() {
      return "Kept";
    }
  }

  /** A record prints and writes all of its components. */
  record Pair(AeadKey one, AeadKey other) implements AutoCloseable {

    @Override
    public void close() {
      one.close();
      other.close();
    }
  }
}
