package org.epione.benchmark.ledger;

import java.util.List;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.world.Doctor;
import org.epione.ledger.world.SharingActs;
import org.epione.ledger.world.Treatment;
import org.epione.ledger.world.World;

/** An episode's way over the chain, each record allowed once the one before is final. */
final class Course {

  /** Opened, diagnosed by the team, stored, asked for, consented. */
  static final int LENGTH = 5;

  private final Treatment treatment;
  private final SharingActs sharing;
  private final LedgerRecord diagnosis;
  private int done;

  Course(World world, List<Doctor> team, Doctor asking) {
    this.treatment = new Treatment(world, team);
    this.sharing = new SharingActs(world, treatment, asking);
    this.diagnosis = treatment.diagnosis();
  }

  boolean isOver() {
    return done == LENGTH;
  }

  LedgerRecord next() {
    done++;
    return switch (done) {
      case 1 -> treatment.opened();
      case 2 -> diagnosis;
      case 3 -> treatment.stored(diagnosis);
      case 4 -> sharing.requested();
      case 5 -> sharing.consented();
      default -> throw new IllegalStateException("over");
    };
  }
}
