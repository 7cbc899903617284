package org.epione.benchmark.portal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.epione.crypto.password.PasswordSalt;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.state.ChainState;
import org.epione.ledger.state.Evidence;
import org.epione.ledger.state.RecordPosition;
import org.epione.ledger.state.RecordRules;
import org.epione.ledger.state.SignatureChecks;
import org.epione.ledger.world.Doctor;
import org.epione.ledger.world.Treatment;
import org.epione.ledger.world.World;

/**
 * The cryptography of one episode that nobody can leave out: a password for the patient's warrants
 * and for each doctor's signature, the warrants, the doctors' signatures, the encryption, and the
 * verification, once, of the three records that come onto the chain. What each doctor verifies of
 * those before, all sealing, and all signatures of servers on messages are left out. For one
 * thread.
 */
final class PathCryptography {

  private static final int KEY_BYTES = 32;

  private final World world;
  private final List<Doctor> team;
  private final char[] password = Clinicians.PASSPHRASE.toCharArray();
  private final PasswordSalt salt;
  private ChainState state = ChainState.EMPTY;

  /** A chain of its own. */
  PathCryptography(int number) {
    world = new World("path " + number);
    team = Stream.generate(() -> world.doctor(world.hospital())).limit(Teams.SIZE).toList();
    salt = world.suite().passwordHash().newSalt(world.suite().passwordHash().defaults());
    apply(world.founding());
    team.forEach(doctor -> apply(world.enrolment(doctor)));
  }

  /** One more episode. */
  void episode() {
    for (int person = 0; person <= team.size(); person++) {
      world.suite().passwordHash().stretch(password, salt, KEY_BYTES).close();
    }
    world.clock().move(Duration.ofMillis(1));
    Treatment treatment = new Treatment(world, team);
    verify(treatment.opened());
    LedgerRecord diagnosis = treatment.diagnosis();
    verify(diagnosis);
    verify(treatment.stored(diagnosis));
  }

  private void verify(LedgerRecord record) {
    RecordRules rules = new RecordRules(new SignatureChecks(world.suite()), Evidence.NOT_OURS);
    Optional<?> refusal = rules.check(state, record, world.now());
    if (refusal.isPresent()) {
      throw new IllegalStateException(record + ": " + refusal.get());
    }
    apply(record);
  }

  private void apply(LedgerRecord record) {
    state = state.apply(record, new RecordPosition(state.log().size(), 0));
  }
}
