package org.epione.crypto.scheme.pake;

import java.util.Arrays;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.secret.ConstantTime;
import org.epione.crypto.secret.SecretBytes;

/** What one side has once both shares are there; the shared key comes out only by confirmation. */
final class Keys implements AutoCloseable {

  private final SecretBytes shared;
  private final byte[] own;
  private final byte[] expected;

  /**
   * Takes all three over.
   *
   * @param own confirmation that this side sends
   * @param expected confirmation that the other side must send
   */
  Keys(SecretBytes shared, byte[] own, byte[] expected) {
    this.shared = shared;
    this.own = own;
    this.expected = expected;
  }

  ByteString confirmation(Party self) {
    return self.encodeConfirmation(own);
  }

  /**
   * The shared key, against the other side's confirmation, which is compared in constant time.
   *
   * @throws KeyConfirmationFailedException if it is not the expected one
   */
  SecretBytes confirmed(Party peer, byte[] encoded) {
    if (!ConstantTime.areEqual(expected, peer.decodeConfirmation(encoded))) {
      throw new KeyConfirmationFailedException();
    }
    return shared.copy();
  }

  @Override
  public void close() {
    shared.close();
    Arrays.fill(own, (byte) 0);
    Arrays.fill(expected, (byte) 0);
  }

  @Override
  public String toString() {
    return "Keys";
  }
}
