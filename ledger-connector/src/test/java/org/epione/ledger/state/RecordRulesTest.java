package org.epione.ledger.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.rules.CreditRules;
import org.epione.ledger.world.Doctor;
import org.epione.ledger.world.GrowingChain;
import org.epione.ledger.world.SharingActs;
import org.epione.ledger.world.Treatment;
import org.epione.ledger.world.World;
import org.junit.jupiter.api.Test;

/** The honest path through all types of record. */
class RecordRulesTest {

  private final World world = new World("rules");
  private final RecordRules rules =
      new RecordRules(new SignatureChecks(world.suite()), Evidence.NOT_OURS);
  private final GrowingChain chain = new GrowingChain(world);

  private void accept(LedgerRecord record) {
    assertThat(rules.check(chain.state(), record, world.now())).as(record.toString()).isEmpty();
    chain.add(record);
    world.clock().move(Duration.ofSeconds(1));
  }

  @Test
  void check_shouldAllowTheWholePath_whenEverybodyIsHonest() {
    accept(world.founding());
    world.doctors().forEach(doctor -> accept(world.enrolment(doctor)));
    Treatment treatment = new Treatment(world, world.doctors().subList(0, 3));
    accept(treatment.opened());
    LedgerRecord diagnosis = treatment.diagnosis();
    accept(diagnosis);
    accept(treatment.stored(diagnosis));
    SharingActs sharing = new SharingActs(world, treatment, world.foreign());
    accept(sharing.requested());
    accept(sharing.consented());
    accept(sharing.issued());
    accept(sharing.read());
    accept(sharing.accessRefused());
    accept(sharing.withdrawn());
    SharingActs second = new SharingActs(world, treatment, world.foreign());
    accept(second.requested());
    accept(second.refused());
    accept(world.creditRules(CreditRules.DEFAULT));

    assertThat(chain.state().credit().all()).hasSize(6);
    assertThat(chain.state().episode(treatment.episode()).orElseThrow().location()).isPresent();
    assertThat(chain.state().consent(sharing.grant().digest()).orElseThrow().withdrawnAt())
        .isPresent();
  }

  @Test
  void check_shouldAllowTeamsOfOneAndEight() {
    accept(world.founding());
    List<Doctor> eight = Stream.generate(() -> world.doctor(world.hospital())).limit(8).toList();
    eight.forEach(doctor -> accept(world.enrolment(doctor)));
    for (List<Doctor> team : List.of(eight, eight.subList(7, 8))) {
      Treatment treatment = new Treatment(world, team);
      accept(treatment.opened());
      accept(treatment.diagnosis());
    }
  }
}
