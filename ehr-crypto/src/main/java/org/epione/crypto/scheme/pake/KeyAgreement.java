package org.epione.crypto.scheme.pake;

import org.epione.crypto.curve.P256Point;

/** One side of one run while it waits for the other side's share; wiped when closed. */
interface KeyAgreement extends AutoCloseable {

  /** Which side this is. */
  Party self();

  /** What this side sends. */
  P256Point share();

  /**
   * The keys, which are the same on both sides if and only if the secrets are.
   *
   * @throws KeyConfirmationFailedException if the share is the bare mask
   */
  Keys agree(P256Point peerShare);

  @Override
  void close();
}
