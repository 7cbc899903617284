package org.epione.audit.boundary;

import java.time.Instant;

/**
 * One act on the chain.
 *
 * @param act type of the record
 * @param who pseudo-identity of its author, in hexadecimal
 * @param role in which the author acted
 * @param name of a doctor or party, where it is known here; of a patient never
 * @param at when, by the author
 * @param recordedAt when its block was made
 * @param index within the block, from 0
 * @param record id of the record, in hexadecimal
 * @param included whether its inclusion proof holds under the signatures of both supernodes
 * @param signed whether the author's signature holds
 */
public record ActView(
    String act,
    String who,
    String role,
    String name,
    Instant at,
    Instant recordedAt,
    long height,
    int index,
    String record,
    boolean included,
    boolean signed) {

  /** Without the name. */
  @Override
  public String toString() {
    return act + " " + record;
  }
}
