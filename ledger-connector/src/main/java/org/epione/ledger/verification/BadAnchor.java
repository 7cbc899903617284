package org.epione.ledger.verification;

/** What is wrong with the beginning of a file that does not begin with a founding; stable codes. */
enum BadAnchor {
  /** The first block closes no epoch. */
  NO_ANCHOR("The file begins with a snapshot, but block %d closes no epoch."),
  /** The snapshot is of another place of the chain. */
  OTHER_SNAPSHOT("The snapshot in the file is not of the place before block %d."),
  /** The snapshot is not what was sealed. */
  FORGED_SNAPSHOT("The snapshot in the file is not the state that block %d says was sealed."),
  /** Nobody vouches for the keys in the snapshot. */
  UNCERTIFIED_SNAPSHOT(
      "The system manager in the snapshot before block %d did not certify the keys in it."),
  /** The file does not go on where the one before ends. */
  NOT_CONTINUED("The file does not begin with block %d, with which the file before ends.");

  private final String explanation;

  BadAnchor(String explanation) {
    this.explanation = explanation;
  }

  /** In one sentence for people; holds a {@code %d} for the height. */
  String explanation() {
    return explanation;
  }
}
