package org.epione.enrolment.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJBAccessException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.epione.access.boundary.AccessDecisions;
import org.epione.access.boundary.Act;
import org.epione.account.boundary.AccountState;
import org.epione.account.boundary.Accounts;
import org.epione.account.boundary.Callers;
import org.epione.account.boundary.Role;
import org.epione.enrolment.FakeAccess;
import org.epione.enrolment.FakeAccounts;
import org.epione.enrolment.FakeCallers;
import org.epione.platform.identity.PartyCode;
import org.epione.testing.Container;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PatientRegistryTest {

  private static final PartyCode A = new PartyCode("HOSPITAL-A");
  private static final PartyCode B = new PartyCode("HOSPITAL-B");

  private final FakeAccounts accounts = new FakeAccounts();
  private final FakeCallers callers = new FakeCallers(Role.REGISTRAR, A);
  private final FakeAccess access = new FakeAccess();
  private Container container;
  private PatientRegistry registry;

  @BeforeEach
  void start() {
    container =
        Container.start()
            .with(Accounts.class, accounts)
            .with(Callers.class, callers)
            .with(AccessDecisions.class, access);
    registry = container.bean(PatientRegistry.class);
  }

  @AfterEach
  void stop() {
    container.close();
  }

  private <T> T asRegistrar(Callable<T> work) throws Exception {
    return container.as(callers.principal(), Role.REGISTRAR, work);
  }

  private static PatientDetails details(String number, String family, String given, String born) {
    return new PatientDetails(
        "",
        number,
        family,
        given,
        born,
        AdministrativeSex.FEMALE,
        new PostalAddress("Main St 1", "Boston", "MA", "02163", "US"),
        "555-1234");
  }

  private PatientView registered(String number, String family, String given, String born)
      throws Exception {
    return asRegistrar(() -> registry.register(details(number, family, given, born), false));
  }

  private List<String> found(String text) throws Exception {
    return asRegistrar(() -> registry.find(text)).stream()
        .map(patient -> patient.number().value())
        .toList();
  }

  @Test
  void register_shouldKeepEverything_whenNew() throws Exception {
    PatientView made = registered("4711", "Müller", "Änne", "1970-05-03");

    PatientView read = asRegistrar(() -> registry.patient(made.id()));

    assertThat(read).isEqualTo(made);
    assertThat(read.number()).isEqualTo(new PatientNumber("HOSPITAL-A", "4711"));
    assertThat(read.displayName()).isEqualTo("Müller, Änne");
    assertThat(read.birthDate()).isEqualTo("1970-05-03");
    assertThat(read.address().city()).isEqualTo("Boston");
    assertThat(read.account()).isEqualTo(AccountState.INVITED);
    assertThat(access.asked).containsExactly(Act.REGISTER_PATIENT, Act.READ_PATIENT);
  }

  @Test
  void register_shouldGiveTheNextFreeNumber_whenNoneIsEntered() throws Exception {
    registered("0000001", "By", "Hand", "1970-01-01");
    assertThat(registered("", "A", "A", "1970-01-01").number().value()).isEqualTo("0000002");
    assertThat(registered("", "B", "B", "1970-01-01").number().value()).isEqualTo("0000003");
  }

  @Test
  void register_shouldBeRefused_whenNumberIsTaken() throws Exception {
    registered("1", "A", "A", "1970-01-01");
    assertThatThrownBy(() -> registered("1", "B", "B", "1980-01-01"))
        .hasMessageContaining("EHR-2010");
    assertThat(found("")).containsExactly("1");
  }

  @Test
  void register_shouldAllowTheSameNumber_whenAnotherAuthorityOrHospitalGaveIt() throws Exception {
    registered("1", "A", "A", "1970-01-01");
    PatientDetails other =
        new PatientDetails(
            "REGION", "1", "B", "B", "1980-01-01", AdministrativeSex.MALE, PostalAddress.NONE, "");
    assertThat(asRegistrar(() -> registry.register(other, false)).number().authority())
        .isEqualTo("REGION");
    callers.become(Role.REGISTRAR, B);
    assertThat(registered("1", "A", "A", "1970-01-01").hospital()).isEqualTo(B);
  }

  @Test
  void register_shouldAsk_whenSamePersonSeemsKnown() throws Exception {
    registered("1", "Müller", "Änne", "1970-05-03");
    assertThatThrownBy(() -> registered("2", "Muller", "Anne", "1970-05-03"))
        .hasMessageContaining("EHR-2011")
        .hasMessageContaining("Number 1.");
    assertThat(
            asRegistrar(
                () -> registry.register(details("2", "Muller", "Anne", "1970-05-03"), true)))
        .isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"mull", "Müller", "anne mül", "1970-05-03", "3.5.1970", "muller 1970-05", "47"})
  void find_shouldFind_whenEveryWordFits(String text) throws Exception {
    registered("4711", "Müller", "Änne", "1970-05-03");
    registered("99", "Smith", "John", "1981-01-01");
    assertThat(found(text)).containsExactly("4711");
  }

  @ParameterizedTest
  @ValueSource(strings = {"%", "_", "!", "üller", "muller john", "4711 smith", "' or 1=1 --"})
  void find_shouldFindNobody_whenAWordDoesNotFit(String text) throws Exception {
    registered("4711", "Müller", "Änne", "1970-05-03");
    registered("99", "Smith", "John", "1981-01-01");
    assertThat(found(text)).isEmpty();
  }

  @Test
  void find_shouldShowLastChanged_whenBoxIsEmpty() throws Exception {
    PatientView first = registered("1", "A", "A", "1970-01-01");
    container.clock().advance(java.time.Duration.ofSeconds(1));
    registered("2", "B", "B", "1970-01-01");
    assertThat(found(" ")).containsExactly("2", "1");
    container.clock().advance(java.time.Duration.ofSeconds(1));
    asRegistrar(
        () -> registry.update(first.id(), details("1", "A", "A", "1970-01-01"), first.version()));
    assertThat(found("")).containsExactly("1", "2");
  }

  @Test
  void find_shouldStayWithinHospital() throws Exception {
    registered("1", "A", "A", "1970-01-01");
    callers.become(Role.REGISTRAR, B);
    assertThat(found("")).isEmpty();
    assertThat(access.asked).endsWith(Act.SEARCH_PATIENTS);
  }

  @Test
  void patient_shouldBeDenied_whenOfAnotherHospital() throws Exception {
    PatientView patient = registered("1", "A", "A", "1970-01-01");
    callers.become(Role.REGISTRAR, B);
    assertThatThrownBy(() -> asRegistrar(() -> registry.patient(patient.id())))
        .hasMessageContaining("EHR-1002");
    assertThatThrownBy(() -> asRegistrar(() -> registry.activationCode(patient.id())))
        .hasMessageContaining("EHR-1002");
  }

  @Test
  void patient_shouldNotBeFound_whenUnknown() {
    assertThatThrownBy(() -> asRegistrar(() -> registry.patient(new PatientId(UUID.randomUUID()))))
        .hasMessageContaining("EHR-1003");
  }

  @Test
  void update_shouldReplaceEverything_whenVersionIsCurrent() throws Exception {
    PatientView before = registered("1", "A", "A", "1970-01-01");
    PatientView after =
        asRegistrar(
            () ->
                registry.update(
                    before.id(), details("2", "Z", "Y", "1971-01-01"), before.version()));
    assertThat(after.number().value()).isEqualTo("2");
    assertThat(after.displayName()).isEqualTo("Z, Y");
    assertThat(after.version()).isGreaterThan(before.version());
    assertThat(accounts.find(after.accountId()).orElseThrow().displayName()).isEqualTo("Y Z");
    assertThat(found("z")).containsExactly("2");
  }

  @Test
  void update_shouldBeRefused_whenChangedSince() throws Exception {
    PatientView old = registered("1", "A", "A", "1970-01-01");
    asRegistrar(
        () -> registry.update(old.id(), details("1", "B", "B", "1970-01-01"), old.version()));
    assertThatThrownBy(
            () ->
                asRegistrar(
                    () ->
                        registry.update(
                            old.id(), details("1", "C", "C", "1970-01-01"), old.version())))
        .hasMessageContaining("EHR-1005");
    assertThat(asRegistrar(() -> registry.patient(old.id())).familyName()).isEqualTo("B");
  }

  @Test
  void activationCode_shouldBePrintable_untilUsed() throws Exception {
    PatientView patient = registered("1", "A", "B", "1970-01-01");
    ActivationSlip slip = asRegistrar(() -> registry.activationCode(patient.id()));
    assertThat(slip.code()).isEqualTo("CODE-1");
    assertThat(slip.name()).isEqualTo("B A");
    assertThat(asRegistrar(() -> registry.newActivationCode(patient.id())).code())
        .isEqualTo("CODE-2");
    accounts.activate(patient.accountId());
    assertThatThrownBy(() -> asRegistrar(() -> registry.activationCode(patient.id())))
        .hasMessageContaining("EHR-1003");
    assertThat(access.asked).contains(Act.PRINT_ACTIVATION_CODE);
  }

  @ParameterizedTest
  @CsvSource({
    "'',A,1970-01-01,family name",
    "B,' ',1970-01-01,given name",
    "B,A,1970-02-30,birth date",
    "B,A,'',birth date",
    "B,A,2999-01-01,future"
  })
  void register_shouldBeRefused_whenInputIsWrong(
      String family, String given, String born, String what) {
    assertThatThrownBy(() -> registered("1", family, given, born))
        .hasMessageContaining("EHR-1004")
        .hasMessageContaining(what);
  }

  @Test
  void register_shouldBeRefused_whenTooLong() {
    assertThatThrownBy(() -> registered("1", "x".repeat(121), "A", "1970-01-01"))
        .hasMessageContaining("EHR-1004");
    assertThatThrownBy(() -> registered("1".repeat(81), "A", "A", "1970-01-01"))
        .hasMessageContaining("EHR-1004");
  }

  @Test
  void anyMethod_shouldBeDenied_whenNotRegistrar() {
    for (Role role : Role.values()) {
      if (role != Role.REGISTRAR) {
        assertThatThrownBy(() -> container.as("x", role, () -> registry.find("")))
            .isInstanceOf(EJBAccessException.class);
      }
    }
  }

  @Test
  void toString_shouldTellNothing() throws Exception {
    PatientView patient = registered("4711", "Müller", "Änne", "1970-05-03");
    assertThat(patient.toString() + details("4711", "Müller", "Änne", "1970-05-03"))
        .doesNotContain("ller")
        .doesNotContain("4711")
        .doesNotContain("1970");
  }
}
