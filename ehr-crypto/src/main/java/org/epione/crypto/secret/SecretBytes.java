package org.epione.crypto.secret;

import java.util.Arrays;
import java.util.Objects;

/**
 * Secret bytes: copied in and out, overwritten by {@link #close}, compared in constant time, shown
 * by nothing, not serialisable. Java may have moved copies about before the wiping, which shortens
 * the time that a secret is in memory and cannot promise that it is gone. Thread-safe.
 */
public final class SecretBytes implements AutoCloseable {

  private final byte[] bytes;
  private boolean closed;

  private SecretBytes(byte[] bytes) {
    this.bytes = bytes;
  }

  /** A copy of {@code bytes}; the caller wipes its own. */
  public static SecretBytes of(byte[] bytes) {
    return new SecretBytes(bytes.clone());
  }

  /** A copy of {@code bytes}, which are wiped. */
  public static SecretBytes take(byte[] bytes) {
    SecretBytes secret = of(bytes);
    Arrays.fill(bytes, (byte) 0);
    return secret;
  }

  /** A copy of the secret, which the caller wipes after use. */
  public synchronized byte[] reveal(SecretAccess access) {
    Objects.requireNonNull(access);
    requireOpen();
    return bytes.clone();
  }

  /** An independent copy, closed on its own. */
  public synchronized SecretBytes copy() {
    requireOpen();
    return new SecretBytes(bytes.clone());
  }

  /** A copy of the bytes from {@code from}, inclusive, to {@code to}, exclusive. */
  public synchronized SecretBytes slice(int from, int to) {
    requireOpen();
    Objects.checkFromToIndex(from, to, bytes.length);
    return new SecretBytes(Arrays.copyOfRange(bytes, from, to));
  }

  /** Number of bytes. */
  public int length() {
    return bytes.length;
  }

  /** Whether the secret was wiped. */
  public synchronized boolean isClosed() {
    return closed;
  }

  /** Overwrites the secret; from then on every use is refused. */
  @Override
  public synchronized void close() {
    Arrays.fill(bytes, (byte) 0);
    closed = true;
  }

  /** Compares contents in constant time; a closed secret equals only itself. */
  @Override
  public boolean equals(Object other) {
    if (this == other) {
      return true;
    }
    return other instanceof SecretBytes that
        && !isClosed()
        && !that.isClosed()
        && ConstantTime.areEqual(bytes, that.bytes);
  }

  /** Tells the length only, which is no secret. */
  @Override
  public int hashCode() {
    return bytes.length;
  }

  @Override
  public String toString() {
    return "SecretBytes";
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("secret is closed");
    }
  }
}
