package org.epione.operations.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJBAccessException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.epione.account.boundary.Role;
import org.epione.chain.boundary.ChainSubmission;
import org.epione.enrolment.boundary.Standing;
import org.epione.ledger.record.CreditRulesBody;
import org.epione.ledger.rules.CreditRules;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;
import org.epione.team.Clinic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChainStandingTest {

  private static final Clinic.Person ADMINISTRATOR =
      new Clinic.Person(
          new AccountId(UUID.randomUUID()),
          "Administrator",
          Role.HOSPITAL_ADMINISTRATOR,
          Optional.empty());

  @TempDir private Path home;

  @Test
  void mine_shouldBeGood_whenTheDoctorIsEnrolled() throws Exception {
    try (Clinic clinic = new Clinic(home, 1)) {
      assertThat(mine(clinic)).contains(new Standing(100, 60, false));
    }
  }

  @Test
  void mine_shouldSayExpelled_whenTheCreditIsBelowTheFloor() throws Exception {
    try (Clinic clinic = new Clinic(home, 1)) {
      raiseTheFloor(clinic);
      assertThat(mine(clinic)).contains(new Standing(100, 150, true));
    }
  }

  @Test
  void delegates_shouldNameTheHospitalsDoctors_whenTheyAreOnTheChain() throws Exception {
    try (Clinic clinic = new Clinic(home, 2)) {
      HospitalChain chain = clinic.bean(HospitalChain.class);
      assertThat(clinic.as(ADMINISTRATOR, chain::delegates))
          .extracting(each -> each.name().orElse(""), each -> each.expelledAt().isPresent())
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple("Dr. 1", false),
              org.assertj.core.groups.Tuple.tuple("Dr. 2", false));
      raiseTheFloor(clinic);
      assertThat(clinic.as(ADMINISTRATOR, chain::delegates))
          .allMatch(each -> each.own() && each.expelledAt().isPresent() && each.floor() == 150);
      assertThat(clinic.as(ADMINISTRATOR, chain::waiting))
          .hasValueSatisfying(waiting -> assertThat(waiting.records()).isZero());
    }
  }

  @Test
  void delegates_shouldBeRefused_whenADoctorAsks() throws Exception {
    try (Clinic clinic = new Clinic(home, 1)) {
      HospitalChain chain = clinic.bean(HospitalChain.class);
      assertThatThrownBy(() -> clinic.as(clinic.doctors.get(0), chain::delegates))
          .isInstanceOf(EJBAccessException.class);
    }
  }

  private static Optional<Standing> mine(Clinic clinic) throws Exception {
    return clinic.as(clinic.doctors.get(0), clinic.bean(OwnStanding.class)::mine);
  }

  private static void raiseTheFloor(Clinic clinic) {
    clinic.container.inTransaction(
        () ->
            clinic
                .bean(ChainSubmission.class)
                .submit(
                    PartyCode.SYSTEM_MANAGER,
                    Clinic.HOSPITAL,
                    clinic.signed(
                        PartyCode.SYSTEM_MANAGER,
                        clinic.pid(Clinic.HOSPITAL),
                        new CreditRulesBody(new CreditRules(200, 150, 200, 10, 1)))));
    clinic.wire.deliverAll();
  }
}
