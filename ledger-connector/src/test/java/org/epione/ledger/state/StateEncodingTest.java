package org.epione.ledger.state;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.epione.crypto.encoding.Encoding;
import org.epione.crypto.encoding.EncodingContract;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.rules.Severity;
import org.epione.ledger.world.Doctor;
import org.epione.ledger.world.Expulsion;
import org.epione.ledger.world.GrowingChain;
import org.epione.ledger.world.MatterActs;
import org.epione.ledger.world.SharingActs;
import org.epione.ledger.world.StationKey;
import org.epione.ledger.world.Treatment;
import org.epione.ledger.world.World;

/** The whole state of a chain. */
class StateEncodingTest extends EncodingContract {

  private final World world = new World("state encodings");

  @Override
  protected List<Encoding<?>> encodings() {
    return List.of(
        Encoding.of(
            ChainState.class,
            ChainState::decode,
            ChainState::encode,
            ChainState.EMPTY,
            withEverything()));
  }

  /** Each kind of entry once, with and without what is optional in it. */
  private ChainState withEverything() {
    GrowingChain chain = new GrowingChain(world);
    chain.add(world.founding());
    Doctor doctor = world.doctor(0);
    chain.add(world.enrolment(doctor));
    StationKey station = new StationKey(world);
    chain.add(station.enrolment(doctor));
    Treatment treatment = new Treatment(world, List.of(doctor));
    LedgerRecord diagnosis = treatment.diagnosis();
    chain.add(treatment.opened(), new Treatment(world, List.of(doctor)).opened());
    chain.add(diagnosis, treatment.stored(diagnosis));
    SharingActs sharing = new SharingActs(world, treatment, world.foreign());
    chain.add(sharing.requested(), sharing.consented(), sharing.issued(), sharing.read());
    chain.add(new SharingActs(world, treatment, world.foreign()).requested(), sharing.withdrawn());
    MatterActs report = new MatterActs(world);
    chain.add(
        report.reported(doctor, diagnosis), new MatterActs(world).reported(doctor, diagnosis));
    chain.add(report.reportDecided(Optional.of(Severity.MINOR)));
    LedgerRecord[] rejections = Expulsion.of(world, doctor);
    chain.add(rejections);
    MatterActs appeal = new MatterActs(world);
    chain.add(appeal.appealed(doctor, Optional.of(rejections[0].contentDigest())));
    chain.add(appeal.appealDecided(true), new MatterActs(world).appealed(doctor, Optional.empty()));
    world.clock().move(Duration.ofDays(365));
    chain.add(world.closing(chain.state()));
    return chain.state();
  }
}
