package org.epione.ledger.state;

import java.util.Optional;

/**
 * What is wrong with a block.
 *
 * @param reason the first thing found
 * @param index of the record at fault, from 0, if it is one
 * @param rule the rule that the record breaks, if it is refused
 */
public record BlockFault(Reason reason, Optional<Integer> index, Optional<RejectionReason> rule) {

  /** The kinds of fault; the names are stable codes. */
  public enum Reason {
    /** The block belongs to another chain. */
    WRONG_CHAIN,
    /** The block does not have the next height. */
    WRONG_HEIGHT,
    /** The block does not name the block before. */
    BROKEN_LINK,
    /** The block is dated before the block before. */
    TIME_BACKWARDS,
    /** The block is dated later than clocks may differ. */
    FROM_THE_FUTURE,
    /** The block was not made by the hospital of the chain. */
    WRONG_PRODUCER,
    /** More records than the chain's rules allow, or another number than the header says. */
    WRONG_COUNT,
    /** The first block is not the founding of the chain and nothing else. */
    BAD_FOUNDING,
    /** The hospital's signature on the header does not hold. */
    BAD_HOSPITAL_SIGNATURE,
    /** The cloud's signature on the header does not hold. */
    BAD_CLOUD_SIGNATURE,
    /** A record is not what an encoder would have written. */
    BAD_RECORD,
    /** A record breaks a rule. */
    RECORD_REFUSED,
    /** A REJECTION without the refused record, or of a record that the rules allow. */
    UNJUSTIFIED_REJECTION,
    /** The records are not those under the header's root. */
    WRONG_ROOT,
    /** The header's credit digest is not that of the scores after the block. */
    WRONG_CREDIT,
    /** The records are longer than a block may be. */
    TOO_LONG,
    /** The epoch is over, and the block does not close it. */
    EPOCH_NOT_CLOSED,
    /** The closing of an epoch is not alone in its block. */
    EPOCH_NOT_ALONE
  }

  /** A fault of the block as a whole. */
  public static BlockFault of(Reason reason) {
    return new BlockFault(reason, Optional.empty(), Optional.empty());
  }

  static BlockFault at(int index, Reason reason) {
    return new BlockFault(reason, Optional.of(index), Optional.empty());
  }

  static BlockFault refused(int index, RejectionReason rule) {
    return new BlockFault(Reason.RECORD_REFUSED, Optional.of(index), Optional.of(rule));
  }

  /** The code, with the rule where there is one. */
  public String code() {
    return rule.map(broken -> reason + "/" + broken).orElseGet(reason::name);
  }
}
