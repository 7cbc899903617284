package org.epione.ledger.station;

import java.util.Optional;
import org.epione.crypto.codec.ByteString;
import org.epione.ledger.finality.Equivocation;

/**
 * What a station keeps. Everything is on the disk, whatever happens to the machine, when the method
 * that writes it returns: the block kept for a height is the only one that the station ever signs
 * for it, so a store must never lose or replace one. Calls come from one thread at a time.
 */
public interface StationStore {

  /** Height of the last block; -1 where there is none. */
  long height();

  /** The encoded block at this height, which is there. */
  ByteString block(long height);

  /** Keeps the next block. */
  void append(ByteString block);

  /** The proof of two histories, once one was kept. */
  Optional<Equivocation> evidence();

  /** Keeps the proof; the first one stays. */
  void keep(Equivocation evidence);

  /** The height up to which the hospital has acknowledged countersignatures; -1 for none. */
  long delivered();

  /** The hospital has acknowledged all up to this height. */
  void setDelivered(long height);
}
