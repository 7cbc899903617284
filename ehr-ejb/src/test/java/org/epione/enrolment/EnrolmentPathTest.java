package org.epione.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJBAccessException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.epione.account.boundary.AccountState;
import org.epione.account.boundary.Accounts;
import org.epione.account.boundary.Role;
import org.epione.crypto.CryptoSuite;
import org.epione.custody.boundary.ServerKeys;
import org.epione.enrolment.boundary.ActivationSlip;
import org.epione.enrolment.boundary.AdmissionState;
import org.epione.enrolment.boundary.Auditors;
import org.epione.enrolment.boundary.DoctorState;
import org.epione.enrolment.boundary.DoctorView;
import org.epione.enrolment.boundary.Doctors;
import org.epione.enrolment.boundary.HospitalStaff;
import org.epione.enrolment.boundary.HospitalView;
import org.epione.enrolment.boundary.Hospitals;
import org.epione.enrolment.boundary.StaffView;
import org.epione.ledger.connector.Chains;
import org.epione.ledger.identity.PartyCertificate;
import org.epione.ledger.record.HospitalAdmittedBody;
import org.epione.ledger.record.LedgerRecord;
import org.epione.party.boundary.Parties;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Admission and enrolment with real keys, envelopes and chains. */
class EnrolmentPathTest {

  private static final PartyCode A = Installation.A;

  @TempDir Path home;
  private Installation installation;

  @BeforeEach
  void start() {
    installation = new Installation(home);
  }

  @AfterEach
  void stop() {
    installation.close();
  }

  private Hospitals hospitals() {
    return installation.bean(Hospitals.class);
  }

  private HospitalStaff staff() {
    return installation.bean(HospitalStaff.class);
  }

  private HospitalView hospitalA() throws Exception {
    return installation.asManager(() -> hospitals().hospital(A));
  }

  @Test
  void add_shouldWaitForItsMessages_whenNew() throws Exception {
    HospitalView added =
        installation.asManager(() -> hospitals().add("HOSPITAL-A", " General ", "Nadia"));
    assertThat(added.state()).isEqualTo(AdmissionState.EXPECTED);
    assertThat(added.name()).isEqualTo("General");
    assertThat(added.pid()).isEmpty();
    assertThatThrownBy(() -> installation.asManager(() -> hospitals().administratorCode(A)))
        .hasMessageContaining("EHR-2003");
  }

  @Test
  void add_shouldEndWithChainAndAdministrator_whenMessagesArrive() throws Exception {
    installation.withHospital();

    assertThat(installation.wire.rejected).isEmpty();
    HospitalView hospital = hospitalA();
    assertThat(hospital.state()).isEqualTo(AdmissionState.ADMITTED);
    assertThat(hospital.chainHeight()).hasValue(0);
    ActivationSlip slip = installation.asManager(() -> hospitals().administratorCode(A));
    assertThat(slip.name()).isEqualTo("Nadia Petrosyan");
    AccountId activated =
        installation
            .bean(Accounts.class)
            .activate("test", slip.code(), "nadia", "a long enough passphrase".toCharArray());
    assertThat(installation.account(activated).orElseThrow().role())
        .isEqualTo(Role.HOSPITAL_ADMINISTRATOR);
    assertThat(installation.account(activated).orElseThrow().party()).isEqualTo(A);
    assertThatThrownBy(() -> installation.asManager(() -> hospitals().administratorCode(A)))
        .hasMessageContaining("EHR-1003");
  }

  @Test
  void admission_shouldCertifyWhatTheManagerAloneCanResolve() throws Exception {
    installation.withHospital();
    Parties parties = installation.bean(Parties.class);
    PartyCertificate certificate = parties.certificate(A).orElseThrow();
    PartyCertificate manager = parties.certificate(PartyCode.SYSTEM_MANAGER).orElseThrow();

    CryptoSuite crypto = installation.bean(CryptoSuite.class);
    assertThat(
            crypto
                .ed25519()
                .verify(
                    crypto.ed25519().decodePublicKey(manager.identity().signingKey().bytes()),
                    certificate.identity().toSign(),
                    certificate.signature().bytes()))
        .isTrue();
    assertThat(certificate.identity().issuer()).isEqualTo(manager.pid());
    ServerKeys keys = installation.bean(ServerKeys.class);
    assertThat(keys.openPseudonym(PartyCode.SYSTEM_MANAGER, certificate.pid().bytes()))
        .isEqualTo("HOSPITAL-A".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    assertThatThrownBy(() -> keys.openPseudonym(A, certificate.pid().bytes())).isNotNull();
    LedgerRecord founding =
        installation.bean(Chains.class).block("HOSPITAL-A", 0).orElseThrow().records().get(0);
    assertThat(((HospitalAdmittedBody) founding.body()).hospital()).isEqualTo(certificate);
  }

  @Test
  void add_shouldBeRefused_whenCodeIsTaken() throws Exception {
    installation.withHospital();
    for (String code : List.of("HOSPITAL-A", "SYSTEM-MANAGER", "CLOUD")) {
      assertThatThrownBy(
              () -> installation.asManager(() -> hospitals().add(code, "Other", "Other")))
          .hasMessageContaining("EHR-2001");
    }
    assertThat(hospitalA().name()).isEqualTo("Lindenfield General");
  }

  @Test
  void add_shouldBeRefused_whenInputIsWrong() {
    for (String code : List.of("", "a", "hospital a", "A".repeat(33), "<b>")) {
      assertThatThrownBy(() -> installation.asManager(() -> hospitals().add(code, "N", "N")))
          .hasMessageContaining("EHR-1004");
    }
    assertThatThrownBy(() -> installation.asManager(() -> hospitals().add("HX", " ", "N")))
        .hasMessageContaining("EHR-1004");
    assertThatThrownBy(
            () -> installation.asManager(() -> hospitals().add("HX", "N", "x".repeat(201))))
        .hasMessageContaining("EHR-1004");
  }

  @Test
  void messages_shouldChangeNothing_whenTheyComeAgain() throws Exception {
    installation.wire.copies = 2;
    installation.withHospital();
    String pid = hospitalA().pid();
    installation.wire.repeatAllBackwards();
    assertThat(hospitalA().pid()).isEqualTo(pid);
    assertThat(hospitalA().chainHeight()).hasValue(0);
    assertThat(installation.bean(Accounts.class).ofParty(A, Role.HOSPITAL_ADMINISTRATOR))
        .hasSize(1);
  }

  @Test
  void invite_shouldEnrolDoctor_whenChainTakesTheRecord() throws Exception {
    installation.withHospital();
    StaffView invited =
        installation.asAdministrator(
            () -> staff().invite(Role.DOCTOR, "Aoife Tanaka", "Emergency medicine"));
    assertThat(invited.doctor()).contains(DoctorState.SUBMITTED);
    assertThat(invited.account()).isEqualTo(AccountState.INVITED);
    assertThat(installation.bean(Doctors.class).ofHospital(A)).isEmpty();

    installation.wire.deliverAll();

    StaffView enrolled = installation.asAdministrator(() -> staff().all()).get(0);
    assertThat(enrolled.enrolled()).isTrue();
    assertThat(enrolled.standing().orElseThrow().credit()).isEqualTo(100);
    assertThat(enrolled.standing().orElseThrow().expelled()).isFalse();
    DoctorView doctor = installation.bean(Doctors.class).ofHospital(A).get(0);
    assertThat(doctor.account()).isEqualTo(invited.accountId());
    assertThat(doctor.specialty()).isEqualTo("Emergency medicine");
    assertThat(installation.bean(Doctors.class).byPid(doctor.pid())).contains(doctor);
    assertThat(installation.bean(Doctors.class).byAccount(doctor.account())).contains(doctor);
    assertThat(
            installation
                .bean(Chains.class)
                .state("HOSPITAL-A")
                .delegate(doctor.pid())
                .orElseThrow()
                .certificate())
        .isEqualTo(doctor.certificate());
  }

  @Test
  void invite_shouldNotPutRegistrarOnTheChain() throws Exception {
    installation.withHospital();
    StaffView registrar =
        installation.asAdministrator(() -> staff().invite(Role.REGISTRAR, "Samuel", ""));
    assertThat(registrar.doctor()).isEmpty();
    installation.wire.deliverAll();
    assertThat(hospitalA().chainHeight()).hasValue(0);
    assertThat(
            installation
                .asAdministrator(() -> staff().activationCode(registrar.accountId()))
                .code())
        .isNotBlank();
  }

  @Test
  void invite_shouldBeRefused_whenRoleIsAnother() throws Exception {
    installation.withHospital();
    for (Role role : List.of(Role.PATIENT, Role.SYSTEM_MANAGER, Role.AUDITOR)) {
      assertThatThrownBy(() -> installation.asAdministrator(() -> staff().invite(role, "X", "")))
          .hasMessageContaining("EHR-2004");
    }
  }

  @Test
  void invite_shouldBeRefused_whenHospitalHasNoChainYet() {
    assertThatThrownBy(
            () -> installation.asAdministrator(() -> staff().invite(Role.DOCTOR, "X", "")))
        .hasMessageContaining("EHR-2003");
  }

  @Test
  void activationCode_shouldStayWithinTheHospital() throws Exception {
    installation.withHospital();
    StaffView doctor =
        installation.asAdministrator(() -> staff().invite(Role.DOCTOR, "Aoife", "X"));
    PartyCode other = new PartyCode("HOSPITAL-B");
    assertThatThrownBy(
            () ->
                installation.as(
                    Role.HOSPITAL_ADMINISTRATOR,
                    other,
                    () -> staff().activationCode(doctor.accountId())))
        .hasMessageContaining("EHR-1003");
    assertThatThrownBy(
            () ->
                installation.asAdministrator(
                    () -> staff().activationCode(new AccountId(UUID.randomUUID()))))
        .hasMessageContaining("EHR-1003");
  }

  @Test
  void newActivationCode_shouldReplaceTheOne_thatWasLost() throws Exception {
    installation.withHospital();
    StaffView doctor =
        installation.asAdministrator(() -> staff().invite(Role.DOCTOR, "Aoife", "X"));
    String first =
        installation.asAdministrator(() -> staff().activationCode(doctor.accountId())).code();
    String second =
        installation.asAdministrator(() -> staff().newActivationCode(doctor.accountId())).code();
    assertThat(second).isNotEqualTo(first);
    Accounts accounts = installation.bean(Accounts.class);
    char[] password = "a long enough passphrase".toCharArray();
    assertThatThrownBy(() -> accounts.activate("t", first, "aoife", password))
        .hasMessageContaining("EHR-1013");
    accounts.activate("t", second, "aoife", password);
    assertThatThrownBy(
            () -> installation.asAdministrator(() -> staff().activationCode(doctor.accountId())))
        .hasMessageContaining("EHR-1003");
  }

  @Test
  void auditors_shouldBeInvitedByTheManagerOnly() throws Exception {
    Auditors auditors = installation.bean(Auditors.class);
    StaffView auditor = installation.asManager(() -> auditors.invite("Tomasz Adeyemi"));
    assertThat(auditor.role()).isEqualTo(Role.AUDITOR);
    assertThat(installation.asManager(auditors::all)).containsExactly(auditor);
    assertThat(installation.asManager(() -> auditors.activationCode(auditor.accountId())).code())
        .isNotBlank();
    assertThatThrownBy(() -> installation.asAdministrator(() -> auditors.invite("Someone")))
        .isInstanceOf(EJBAccessException.class);
  }

  @Test
  void boundaries_shouldBeDenied_whenRoleIsAnother() {
    for (Role role : Role.values()) {
      if (role != Role.SYSTEM_MANAGER) {
        assertThatThrownBy(() -> installation.as(role, A, () -> hospitals().all()))
            .isInstanceOf(EJBAccessException.class);
      }
      if (role != Role.HOSPITAL_ADMINISTRATOR) {
        assertThatThrownBy(() -> installation.as(role, A, () -> staff().all()))
            .isInstanceOf(EJBAccessException.class);
      }
    }
  }
}
