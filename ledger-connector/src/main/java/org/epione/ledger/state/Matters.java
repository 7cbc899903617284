package org.epione.ledger.state;

import org.epione.ledger.record.MatterId;
import org.epione.ledger.versioned.VersionedMap;

/** Reports and appeals of a chain; immutable. */
record Matters(
    VersionedMap<MatterId, Report> reports, VersionedMap<MatterId, LodgedAppeal> appeals) {

  static final Matters NONE = new Matters(VersionedMap.empty(), VersionedMap.empty());

  Matters with(Report report) {
    return new Matters(reports.with(report.id(), report), appeals);
  }

  Matters with(LodgedAppeal appeal) {
    return new Matters(reports, appeals.with(appeal.appeal().matter(), appeal));
  }

  boolean contains(MatterId id) {
    return reports.contains(id) || appeals.contains(id);
  }
}
