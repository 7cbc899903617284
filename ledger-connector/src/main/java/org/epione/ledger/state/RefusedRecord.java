package org.epione.ledger.state;

/** Ends a check with a reason; never leaves this package. */
final class RefusedRecord extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final RejectionReason reason;

  private RefusedRecord(RejectionReason reason) {
    super(reason.name(), null, false, false);
    this.reason = reason;
  }

  RejectionReason reason() {
    return reason;
  }

  static void require(boolean holds, RejectionReason otherwise) {
    if (!holds) {
      throw new RefusedRecord(otherwise);
    }
  }

  static RefusedRecord because(RejectionReason reason) {
    return new RefusedRecord(reason);
  }
}
