package org.epione.ledger.transparency;

import org.epione.crypto.transcript.Digest;

/**
 * The largest head of a log that a witness has cosigned.
 *
 * @param size number of leaves
 * @param root of the tree over them
 */
public record WitnessedHead(long size, Digest root) {

  /** Of a log of which nothing was cosigned yet. */
  public static final WitnessedHead NONE = new WitnessedHead(0, Digest.of(new byte[0]));

  /** The head of this checkpoint. */
  public static WitnessedHead of(Checkpoint checkpoint) {
    return new WitnessedHead(checkpoint.size(), checkpoint.root());
  }
}
