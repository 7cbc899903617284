package org.epione.audit.control;

import org.epione.audit.boundary.CheckView.Finding;
import org.epione.audit.entity.AuditCheck;
import org.epione.cloud.boundary.CheckResult;

/** What the cloud's answer means: gone, altered, replaced and moved all show. */
final class Storage {

  private Storage() {}

  static Finding finding(AuditCheck check, CheckResult result) {
    return switch (result.finding()) {
      case MISSING -> bad(check, "The stored record is gone.");
      case ALTERED -> bad(check, "The stored record is not the one on the chain: it was altered.");
      case UNKNOWN -> bad(check, "The cloud denies that it ever kept this record.");
      case INTACT -> intact(check, result);
    };
  }

  /** The cloud was asked, and said nothing. */
  static Finding unanswered(AuditCheck check) {
    return bad(check, "The cloud did not say whether it has the stored record.");
  }

  private static Finding intact(AuditCheck check, CheckResult result) {
    if (!check.location().equals(result.location())) {
      return bad(check, "The stored record is not where the chain says: it was moved.");
    }
    if (check.length() != result.length()) {
      return bad(check, "The stored record has another length than the chain says.");
    }
    return new Finding(
        "STORAGE", "FILE", true, "The stored record is intact and in its place.", party(check));
  }

  private static Finding bad(AuditCheck check, String detail) {
    return new Finding("STORAGE", "FILE", false, detail, party(check));
  }

  private static String party(AuditCheck check) {
    return check.cloud().value();
  }
}
