package org.epione.ledger.export;

/** What writer and reader of an export agree on; the format is described in docs/formats.md. */
final class ExportFormat {

  static final String TAG = "epione.chain-export";
  static final int VERSION = 2;

  /** Without countersignatures; still read. */
  static final int FIRST_VERSION = 1;

  /** Most countersignatures of one block. */
  static final int MOST_VOTES = 10_000;

  private ExportFormat() {}
}
