package org.epione.ledger.connector.store;

import java.time.Instant;
import java.util.Optional;
import org.epione.crypto.codec.ByteString;
import org.epione.ledger.block.ProposedBlock;

/**
 * A block that was decided on: it waits for the hospital's signature, then for the cloud's.
 *
 * @param encoded the block; decoded only by who needs it
 * @param signed whether the hospital has signed; if not, the signature in the block is none
 * @param sent when it was sent last
 * @param attempts how often it was sent
 * @param refusal why the cloud refused it last
 */
public record ProposalRow(
    ByteString encoded, boolean signed, Instant sent, int attempts, Optional<String> refusal) {

  /** The block. */
  public ProposedBlock block() {
    return ProposedBlock.decode(encoded.bytes());
  }
}
