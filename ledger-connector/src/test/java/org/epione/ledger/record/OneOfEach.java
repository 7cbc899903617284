package org.epione.ledger.record;

import java.util.List;
import java.util.Optional;
import org.epione.ledger.rules.CreditRules;
import org.epione.ledger.rules.Severity;
import org.epione.ledger.world.MatterActs;
import org.epione.ledger.world.SharingActs;
import org.epione.ledger.world.StationKey;
import org.epione.ledger.world.Treatment;
import org.epione.ledger.world.World;

/** A record of each type. */
final class OneOfEach {

  private OneOfEach() {}

  static List<LedgerRecord> in(World world) {
    Treatment treatment = new Treatment(world, world.doctors().subList(0, 2));
    SharingActs sharing = new SharingActs(world, treatment, world.foreign());
    LedgerRecord diagnosis = treatment.diagnosis();
    MatterActs matters = new MatterActs(world);
    StationKey station = new StationKey(world);
    return List.of(
        world.founding(),
        world.enrolment(world.doctor(0)),
        world.keyChange(world.doctor(0), world.withAnotherKey(world.doctor(0))),
        treatment.opened(),
        diagnosis,
        treatment.stored(diagnosis),
        treatment.withdrawn(world.doctor(0)),
        treatment.changed(2, 1, List.of(world.doctor(2))),
        treatment.accepted(world.foreign()),
        sharing.requested(),
        sharing.consented(),
        sharing.madeAhead(sharing.grant()),
        sharing.answeredAhead(sharing.grant()),
        sharing.emergency(sharing.grant()),
        sharing.reviewed(sharing.grant()),
        sharing.withdrawnAhead(sharing.grant(), sharing.grant(world.now())),
        sharing.refused(),
        sharing.withdrawn(),
        sharing.issued(),
        sharing.accessRefused(),
        sharing.read(),
        world.by(
            world.hospital(),
            new RejectionBody(
                diagnosis.author(),
                diagnosis.contentDigest(),
                diagnosis.signature().value(),
                "TEAM_BAD_SIGNATURE")),
        world.by(
            world.hospital(),
            new RejectionBody(
                diagnosis.author(),
                diagnosis.contentDigest(),
                diagnosis.signature().value(),
                "TEAM_BAD_SIGNATURE",
                Optional.of(treatment.episode()))),
        world.creditRules(CreditRules.DEFAULT),
        matters.reported(world.doctor(0), diagnosis),
        matters.reportDecided(Optional.of(Severity.MAJOR)),
        matters.appealed(world.doctor(0), Optional.of(diagnosis.contentDigest())),
        matters.appealed(Optional.empty()),
        matters.appealDecided(true),
        world.by(
            world.hospital(),
            new EpochClosedBody(
                1, 9, diagnosis.id(), 12, diagnosis.contentDigest(), world.founding().id())),
        station.enrolment(world.doctor(0)),
        station.withdrawal(world.doctor(0)));
  }
}
