package org.epione.messaging.hl7;

/**
 * What answers a sender wants, from MSH-15 and MSH-16. Both empty is the original mode: one
 * application acknowledgement always. Else the enhanced mode: first an accept acknowledgement, then
 * an application acknowledgement, each under its own condition of table 0155, an empty one meaning
 * never.
 */
record AcknowledgementWish(boolean enhanced, Condition accept, Condition application) {

  /** Table 0155. */
  enum Condition {
    ALWAYS,
    NEVER,
    ON_ERROR,
    ON_SUCCESS;

    boolean wants(boolean success) {
      return switch (this) {
        case ALWAYS -> true;
        case NEVER -> false;
        case ON_ERROR -> !success;
        case ON_SUCCESS -> success;
      };
    }

    private static Condition of(String code) {
      return switch (code) {
        case "NE", "" -> NEVER;
        case "ER" -> ON_ERROR;
        case "SU" -> ON_SUCCESS;
        // AL, and what no table knows: an answer too many does less harm than none
        default -> ALWAYS;
      };
    }
  }

  static AcknowledgementWish of(MessageHeader header) {
    String accept = header.acceptAcknowledgement();
    String application = header.applicationAcknowledgement();
    if (accept.isEmpty() && application.isEmpty()) {
      return new AcknowledgementWish(false, Condition.NEVER, Condition.ALWAYS);
    }
    return new AcknowledgementWish(true, Condition.of(accept), Condition.of(application));
  }
}
