package org.epione.ledger.connector.port;

/**
 * What can go wrong while chains run, for logs and the health page: a number that never changes its
 * meaning, and what to do. Part of the product's range EHR-5000 to EHR-5999.
 */
public enum LedgerProblem {
  /** A message for the ledger that nobody known here signed, or that makes no sense. */
  BAD_MESSAGE(
      5001,
      "A message to the ledger was refused. See its reason under failed messages; discard it, or"
          + " replay it when the cause is gone."),
  /** The cloud will not cosign the waiting block. */
  BLOCK_REFUSED(
      5002,
      "The cloud refuses to cosign a block. Compare both servers' clocks and versions; the block is"
          + " offered again by itself."),
  /** Two blocks of one height were signed by one hospital. */
  EQUIVOCATION(
      5003,
      "A hospital signed two blocks of one height. Both are kept as evidence; tell the system"
          + " manager and do not trust that hospital's chain."),
  /** The block maker cannot work. */
  MAKER_FAILED(
      5004,
      "Blocks cannot be made at the moment. Check the database; it goes on by itself when the cause"
          + " is gone."),
  /** The stored chain does not fit together. */
  CHAIN_DAMAGED(
      5005,
      "The stored chain is damaged. Stop this server, verify an export of the chain, and restore"
          + " the database from a backup."),
  /** A founding record that cannot found a chain here. */
  CANNOT_FOUND(
      5006,
      "The chain cannot be founded. Check that system manager, hospital and cloud are in the"
          + " directory with the certificates that the founding record names."),
  /** There is no such chain here. */
  NO_CHAIN(5007, "This server keeps no chain of that hospital. Check the hospital's code."),
  /** The database's triggers say this; it stands here so that the number is taken. */
  FINAL_ROWS(
      5008,
      "Somebody tried to change or delete what is final in the ledger's tables, and was refused."
          + " Find out who has the database's password."),
  /** A log signed two heads that contradict each other. */
  CONTRADICTION(
      5009,
      "A hospital signed two heads of its log that contradict each other. Both are kept as evidence"
          + " and its log is not cosigned any more; tell the system manager, and do not trust that"
          + " hospital's chain before somebody has decided in the portal."),
  /** A witness has cosigned a larger log than there is. */
  LOG_TOO_SHORT(
      5010,
      "A witness says that it has cosigned a larger log than this hospital has. If the database was"
          + " restored, restore a later backup before any more blocks are made."),
  /** A head was not cosigned. */
  HEAD_REFUSED(
      5011,
      "A witness refuses to cosign the head of a log. See the auditor's page of that chain; the"
          + " head is offered again by itself."),
  /** Heads cannot be offered. */
  OFFERS_FAILED(
      5012,
      "Heads of logs cannot be offered to witnesses at the moment. Check the database; it goes on"
          + " by itself when the cause is gone."),
  /** Two witnesses know heads between which the log gives no proof. */
  HEADS_APART(
      5013,
      "Two witnesses were shown heads of one log, and the hospital has not proven that one goes on"
          + " from the other. Ask the hospital; after ten minutes its log is not cosigned until it"
          + " has, and if it shows two histories, the evidence is kept."),
  /** Witnesses cannot tell each other. */
  EXCHANGE_FAILED(
      5014,
      "Witnesses cannot compare heads of logs at the moment. Check the database; it goes on by"
          + " itself when the cause is gone."),
  /** As after a restore from a backup. */
  BEHIND_CLOUD(
      5030,
      "This server's chain ends before the cloud's copy of it, as after a restore from a backup."
          + " The missing blocks are taken from the cloud; no block is made before. What the"
          + " hospital's other tables lost since the backup does not come back with them."),
  /** Two histories, or a damaged copy. */
  COPY_DIFFERS(
      5031,
      "The cloud's copy of this chain is not what this server has, or does not hold. No block is"
          + " made. Export both, verify them, and restore the one that does not verify."),
  /** As after a restore of the cloud from a backup. */
  CLOUD_BEHIND(
      5032,
      "The cloud's copy of a chain ends before the hospital's, as after a restore of the cloud from"
          + " a backup. The missing blocks are taken from the hospital; nothing of that chain is"
          + " cosigned before. Ciphertexts that the cloud stored since the backup do not come back"
          + " with them."),
  /** The node does not do what is asked of it, or cannot be asked. */
  ANCHORING_FAILED(
      5050,
      "A checkpoint cannot be anchored at the moment. Check the node, its address and the account's"
          + " balance; it goes on by itself when the cause is gone."),
  /** The network took back what it had confirmed, or another chain has its place. */
  ANCHOR_VANISHED(
      5051,
      "An anchored checkpoint is not in the network's chain any more. It is sent again; if this"
          + " happens to what was confirmed, find out whether the network is still the same."),
  /** Somebody uses the anchoring key for something else. */
  ANCHOR_DISPLACED(
      5052,
      "Another transaction has taken the place of an anchor's. The checkpoint is anchored anew;"
          + " find out who else uses the anchoring key."),
  /** The time stamp authority does not do what is asked of it, or cannot be asked. */
  STAMPING_FAILED(
      5053,
      "A checkpoint gets no time stamp at the moment. Check the authority's address and"
          + " certificates; it goes on by itself when the cause is gone."),
  /** What is done with servers that are not ours fails on this side. */
  OUTSIDE_FAILED(
      5054,
      "Checkpoints can be neither anchored nor stamped at the moment. Check settings, key file and"
          + " database; it goes on by itself when the cause is gone."),
  /** A station that no doctor in good standing has enrolled. */
  UNKNOWN_STATION(
      5020,
      "The chain does not know this station. Enrol it under My station in the portal, and wait"
          + " until the enrolment is on the chain."),
  /** A message of a station that makes no sense, is old, or is not signed by it. */
  BAD_STATION_MESSAGE(
      5021, "A station's message was refused. Compare clocks and versions of station and server."),
  /** A station countersigned a block that is not the hospital's. */
  OTHER_HISTORY(
      5022,
      "A station countersigned another block than the one on this chain. Find out where it got it:"
          + " somebody may show two histories."),
  /** A station has the proof of two histories. */
  TWO_HISTORIES(
      5023,
      "A doctor's station has proof that the hospital signed two histories. See the alarm in the"
          + " portal; tell the system manager and do not trust that hospital's chain."),
  /** The closing of an epoch breaks a rule. */
  CANNOT_CLOSE(
      5040,
      "The epoch of a chain is over and cannot be closed, and no other block may come before. Check"
          + " that the hospital's certificate is valid and that the server's clock is right."),
  /** What was asked for was moved away. */
  ARCHIVED(
      5041,
      "The records of this epoch of the chain were moved into an archive. Ask whoever keeps the"
          + " hospital's archives for the file, and verify it with ./ehr verify-chain."),
  /** An epoch cannot be moved away, or not yet. */
  CANNOT_ARCHIVE(
      5042,
      "The epoch cannot be archived. It has to be closed, the epochs before it archived, its"
          + " closing covered by a head that a witness cosigned, and the file has to be the one"
          + " that this server wrote last."),
  /** After a restore from a backup, what is missing lies in an archive. */
  COPY_ARCHIVED(
      5043,
      "Blocks that are missing here were archived by the other side and cannot be fetched. Restore"
          + " a later backup of this server.");

  private final int number;
  private final String advice;

  LedgerProblem(int number, String advice) {
    this.number = number;
    this.advice = advice;
  }

  /** {@code EHR-nnnn}. */
  public String code() {
    return "EHR-" + number;
  }

  /** What happened and what to do. */
  public String advice() {
    return advice;
  }

  /** Code, advice and what it is about, in one line. */
  public String about(String detail) {
    return code() + " " + advice + " (" + detail + ")";
  }
}
