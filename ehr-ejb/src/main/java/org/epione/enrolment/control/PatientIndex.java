package org.epione.enrolment.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.epione.account.boundary.Accounts;
import org.epione.account.boundary.Role;
import org.epione.enrolment.boundary.BirthDate;
import org.epione.enrolment.boundary.PatientChanges;
import org.epione.enrolment.boundary.PatientDetails;
import org.epione.enrolment.boundary.PatientId;
import org.epione.enrolment.boundary.PatientNumber;
import org.epione.enrolment.boundary.PostalAddress;
import org.epione.enrolment.entity.Patient;
import org.epione.enrolment.entity.PatientNumbering;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;

/**
 * The patients of the hospitals hosted here: registering and changing, the same for the portal and
 * for messages. Runs in the caller's transaction.
 */
@Dependent
public class PatientIndex {

  @PersistenceContext(unitName = "epione")
  private EntityManager entities;

  @EJB private Accounts accounts;
  @Inject private Clock clock;

  public Optional<Patient> find(PatientId id) {
    return Optional.ofNullable(entities.find(Patient.class, id.toString()));
  }

  public Optional<Patient> find(PartyCode hospital, PatientNumber number) {
    return entities
        .createNamedQuery("Patient.byNumber", Patient.class)
        .setParameter("hospital", hospital.value())
        .setParameter("authority", number.authority())
        .setParameter("number", number.value())
        .getResultStream()
        .findFirst();
  }

  /** Those of that number, whoever gave it out. */
  public List<Patient> ofNumber(PartyCode hospital, String number) {
    return entities
        .createNamedQuery("Patient.ofNumber", Patient.class)
        .setParameter("hospital", hospital.value())
        .setParameter("number", number)
        .setMaxResults(2)
        .getResultList();
  }

  public Optional<Patient> find(AccountId account) {
    return entities
        .createNamedQuery("Patient.byAccount", Patient.class)
        .setParameter("account", account.toString())
        .getResultStream()
        .findFirst();
  }

  /**
   * Registers a patient with an account that waits for her activation code.
   *
   * @param anotherPerson the registrar has seen the patient of the same name and birth date and
   *     knows that this is someone else
   * @throws RefusedException EHR-2010 when the number is taken, EHR-2011 when a patient of that
   *     name and birth date is registered
   */
  public Patient register(PartyCode hospital, PatientDetails details, boolean anotherPerson) {
    PatientNumber number = details.numberAt(hospital).orElseGet(() -> nextNumber(hospital));
    requireFree(hospital, number);
    if (!anotherPerson) {
      samePerson(hospital, details)
          .ifPresent(
              known -> {
                throw new RefusedException(
                    ErrorCode.PATIENT_SAME_PERSON, "Number " + known.number().value() + ".");
              });
    }
    Patient patient = invited(hospital, number, details.familyName(), details.givenName());
    apply(patient, details);
    entities.persist(patient);
    entities.flush();
    return patient;
  }

  /**
   * Replaces a patient's data by what a registrar entered.
   *
   * @param version of the view that the registrar changed
   * @throws RefusedException EHR-1005 when someone else changed it since
   */
  public void update(Patient patient, PatientDetails details, long version) {
    if (patient.version() != version) {
      throw new RefusedException(ErrorCode.CONFLICT);
    }
    details
        .numberAt(patient.hospital())
        .filter(number -> !number.equals(patient.number()))
        .ifPresent(
            number -> {
              requireFree(patient.hospital(), number);
              patient.renumber(number);
            });
    apply(patient, details);
    changed(patient);
    entities.flush();
  }

  /** Registers the patient of a message, who must not be known yet. */
  public Patient register(PartyCode hospital, PatientNumber number, PatientChanges data) {
    String family = data.familyName().after(Optional.empty()).orElse("");
    String given = data.givenName().after(Optional.empty()).orElse("");
    Patient patient = invited(hospital, number, family, given);
    apply(patient, data);
    entities.persist(patient);
    return patient;
  }

  /** Changes what a message changes. */
  public void update(Patient patient, PatientChanges data) {
    apply(patient, data);
    changed(patient);
  }

  private Patient invited(PartyCode hospital, PatientNumber number, String family, String given) {
    PatientId id = new PatientId(UUID.randomUUID());
    AccountId account =
        accounts
            .invite(hospital, Role.PATIENT, displayName(family, given), id.toString())
            .accountId();
    return new Patient(id, hospital, account, number, clock.instant());
  }

  private void apply(Patient patient, PatientDetails details) {
    requirePast(new BirthDate(details.birthDate()));
    rename(patient, details.familyName(), details.givenName());
    patient.bornOn(details.birthDate());
    patient.sex(details.sex());
    patient.livesAt(details.address());
    patient.phone(details.phone());
  }

  private void apply(Patient patient, PatientChanges data) {
    String family = data.familyName().after(Optional.of(patient.familyName())).orElse("");
    String given = data.givenName().after(Optional.of(patient.givenName())).orElse("");
    Optional<BirthDate> born = data.birthDate().after(BirthDate.parse(patient.birthDate()));
    born.ifPresent(this::requirePast);
    rename(patient, family, given);
    patient.bornOn(born.map(BirthDate::iso).orElse(""));
    data.sex().after(Optional.of(patient.sex())).ifPresent(patient::sex);
    patient.livesAt(
        data.address().after(Optional.of(patient.address())).orElse(PostalAddress.NONE));
    patient.phone(data.phone().after(Optional.of(patient.phone())).orElse(""));
  }

  private void changed(Patient patient) {
    patient.changedAt(clock.instant());
    accounts.rename(patient.account(), displayName(patient.familyName(), patient.givenName()));
  }

  private static void rename(Patient patient, String family, String given) {
    patient.rename(family, given, SearchName.of(family, given));
  }

  private static String displayName(String family, String given) {
    return (given + " " + family).strip();
  }

  private void requirePast(BirthDate born) {
    // a day of grace for patients born east of the server today
    if (born.isAfter(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1))) {
      throw new RefusedException(ErrorCode.INVALID_INPUT, "The birth date is in the future.");
    }
  }

  private void requireFree(PartyCode hospital, PatientNumber number) {
    if (find(hospital, number).isPresent()) {
      throw new RefusedException(ErrorCode.PATIENT_NUMBER_TAKEN);
    }
  }

  private Optional<Patient> samePerson(PartyCode hospital, PatientDetails details) {
    List<Patient> known =
        entities
            .createNamedQuery("Patient.samePerson", Patient.class)
            .setParameter("hospital", hospital.value())
            .setParameter("name", SearchName.of(details.familyName(), details.givenName()))
            .setParameter("birthDate", details.birthDate())
            .setMaxResults(1)
            .getResultList();
    return known.stream().findFirst();
  }

  /** The next of the hospital's own numbers that nobody entered by hand. */
  private PatientNumber nextNumber(PartyCode hospital) {
    PatientNumbering numbering =
        entities.find(PatientNumbering.class, hospital.value(), LockModeType.PESSIMISTIC_WRITE);
    if (numbering == null) {
      numbering = new PatientNumbering(hospital);
      entities.persist(numbering);
    }
    PatientNumber number;
    do {
      String text = String.format(Locale.ROOT, "%07d", numbering.next());
      number = new PatientNumber(hospital.value(), text);
    } while (find(hospital, number).isPresent());
    return number;
  }
}
