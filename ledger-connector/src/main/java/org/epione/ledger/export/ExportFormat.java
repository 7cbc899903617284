package org.epione.ledger.export;

/** What writer and reader of an export agree on; the format is described in docs/formats.md. */
final class ExportFormat {

  static final String TAG = "epione.chain-export";
  static final int VERSION = 1;

  private ExportFormat() {}
}
