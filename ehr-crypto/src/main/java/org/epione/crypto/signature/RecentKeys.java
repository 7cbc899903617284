package org.epione.crypto.signature;

import java.util.LinkedHashMap;
import java.util.Map;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.MalformedEncodingException;

/**
 * Decodes verification keys, and remembers those that were asked for last. Keys are public, and
 * only valid ones are remembered. Thread-safe.
 */
final class RecentKeys {

  /** More than there are parties, some 300 KiB. */
  private static final int REMEMBERED = 1000;

  private final Map<ByteString, Ed25519PublicKey> recent = new Recent();

  /**
   * The key with this encoding.
   *
   * @throws MalformedEncodingException if it is not canonical or not of prime order
   */
  Ed25519PublicKey decode(ByteString encoded) {
    synchronized (recent) {
      Ed25519PublicKey known = recent.get(encoded);
      if (known != null) {
        return known;
      }
    }
    Ed25519PublicKey decoded = Ed25519PublicKey.decode(encoded);
    synchronized (recent) {
      recent.put(encoded, decoded);
    }
    return decoded;
  }

  /** Forgets what was not asked for longest. */
  private static final class Recent extends LinkedHashMap<ByteString, Ed25519PublicKey> {
    private static final long serialVersionUID = 1L;

    Recent() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<ByteString, Ed25519PublicKey> eldest) {
      return size() > REMEMBERED;
    }
  }
}
