package org.epione.crypto.secret;

import org.jspecify.annotations.Nullable;

/**
 * Holds a secret made of objects that cannot be overwritten, such as group elements: closing lets
 * go of them, and every later use is refused. Shown by nothing, not serialisable. Thread-safe.
 *
 * @param <T> the secret
 */
public final class SecretReference<T> implements AutoCloseable {

  private @Nullable T secret;

  private SecretReference(T secret) {
    this.secret = secret;
  }

  /** Holds {@code secret}, which the caller lets go of. */
  public static <T> SecretReference<T> of(T secret) {
    return new SecretReference<>(secret);
  }

  /** The secret, which the caller keeps for one operation only. */
  public synchronized T get() {
    T open = secret;
    if (open == null) {
      throw new IllegalStateException("secret is closed");
    }
    return open;
  }

  @Override
  public synchronized void close() {
    secret = null;
  }

  @Override
  public String toString() {
    return "SecretReference";
  }
}
