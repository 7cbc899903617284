package org.epione.ledger.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.epione.crypto.codec.ByteString;
import org.epione.ledger.identity.StationIdentity;
import org.epione.ledger.identity.Validity;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.record.StationEnrolledBody;
import org.epione.ledger.record.StationWithdrawnBody;
import org.epione.ledger.world.Doctor;
import org.epione.ledger.world.Expulsion;
import org.epione.ledger.world.GrowingChain;
import org.epione.ledger.world.StationKey;
import org.epione.ledger.world.World;
import org.junit.jupiter.api.Test;

/** Attacks with stations' keys on the chain, each carried out and refused. */
class StationAttacksTest {

  private final World world = new World("stations");
  private final RecordRules rules =
      new RecordRules(new SignatureChecks(world.suite()), Evidence.NOT_OURS);
  private final GrowingChain chain = GrowingChain.founded(world);
  private final StationKey station = new StationKey(world);
  private final Doctor doctor = world.doctor(0);

  private Optional<RejectionReason> check(LedgerRecord record) {
    return rules.check(chain.state(), record, world.now());
  }

  @Test
  void apply_shouldKeepTheStation_untilItIsWithdrawn() {
    assertThat(check(station.enrolment(doctor))).isEmpty();
    chain.add(station.enrolment(doctor));

    assertThat(chain.state().station(doctor.pid()).map(EnrolledStation::key))
        .contains(station.key());
    assertThat(chain.state().stationHolder(station.key())).contains(doctor.pid());
    assertThat(check(station.withdrawal(doctor))).isEmpty();
    chain.add(station.withdrawal(doctor));

    assertThat(chain.state().station(doctor.pid())).isEmpty();
    assertThat(chain.state().stationHolder(station.key())).isEmpty();
    StationKey next = new StationKey(world);
    assertThat(check(next.enrolment(doctor))).isEmpty();
  }

  @Test
  void check_shouldRefuse_whenADoctorWantsASecondVote() {
    chain.add(station.enrolment(doctor));

    assertThat(check(new StationKey(world).enrolment(doctor)))
        .contains(RejectionReason.STATION_EXISTS);
  }

  @Test
  void check_shouldRefuse_whenAKeyIsAnothersOrWasUsedBefore() {
    chain.add(station.enrolment(doctor));

    assertThat(check(station.enrolment(world.doctor(1)))).contains(RejectionReason.KEY_IN_USE);
    chain.add(station.withdrawal(doctor));
    world.clock().move(Duration.ofSeconds(1));
    assertThat(check(station.enrolment(doctor))).contains(RejectionReason.KEY_IN_USE);
    assertThat(check(station.enrolment(world.doctor(1)))).contains(RejectionReason.KEY_IN_USE);
  }

  @Test
  void check_shouldRefuse_whenTheStationDoesNotHoldTheKey() {
    StationIdentity stolen =
        new StationIdentity(station.key(), new StationKey(world).identity().possession());

    assertThat(check(world.by(doctor, new StationEnrolledBody(stolen, world.validity()))))
        .contains(RejectionReason.BAD_POSSESSION);
    ByteString noKey = ByteString.of(new byte[32]);
    StationIdentity malformed = new StationIdentity(noKey, stolen.possession());
    assertThat(check(world.by(doctor, new StationEnrolledBody(malformed, world.validity()))))
        .contains(RejectionReason.BAD_POSSESSION);
  }

  @Test
  void check_shouldRefuse_whenTheValidityHasNotBegunOrIsOver() {
    Validity over =
        new Validity(
            world.now().minus(Duration.ofDays(2)), world.now().minus(Duration.ofSeconds(1)));

    assertThat(check(world.by(doctor, new StationEnrolledBody(station.identity(), over))))
        .contains(RejectionReason.CERTIFICATE_NOT_VALID);
  }

  @Test
  void check_shouldRefuse_whenTheDoctorIsExpelledUnknownOrOfAnotherHospital() {
    chain.add(Expulsion.of(world, doctor));

    assertThat(check(station.enrolment(doctor))).contains(RejectionReason.EXPELLED);
    assertThat(check(station.enrolment(world.foreign()))).contains(RejectionReason.UNKNOWN_AUTHOR);
  }

  @Test
  void check_shouldRefuse_whenSomebodyElseWithdraws() {
    chain.add(station.enrolment(doctor));
    Doctor other = world.doctor(1);

    assertThat(check(station.withdrawal(other))).contains(RejectionReason.UNKNOWN_STATION);
    assertThat(
            check(
                world.by(
                    doctor.pid(),
                    other.key(),
                    world.now(),
                    new StationWithdrawnBody(station.key()))))
        .contains(RejectionReason.BAD_SIGNATURE);
    assertThat(check(new StationKey(world).withdrawal(doctor)))
        .contains(RejectionReason.UNKNOWN_STATION);
  }
}
