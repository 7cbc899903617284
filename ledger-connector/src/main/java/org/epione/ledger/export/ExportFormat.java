package org.epione.ledger.export;

/** What writer and reader of an export agree on; the format is described in docs/formats.md. */
final class ExportFormat {

  static final String TAG = "epione.chain-export";

  /** Begins with a snapshot of the state before its first block. */
  static final int ANCHORED_VERSION = 3;

  /** From the founding on. */
  static final int WHOLE_VERSION = 2;

  /** Without countersignatures; still read. */
  static final int FIRST_VERSION = 1;

  /** Most bytes of a snapshot; an array has no more. */
  static final int MAX_SNAPSHOT = Integer.MAX_VALUE - 64;

  /** Most countersignatures of one block. */
  static final int MOST_VOTES = 10_000;

  private ExportFormat() {}
}
