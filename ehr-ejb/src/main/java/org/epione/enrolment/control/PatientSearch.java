package org.epione.enrolment.control;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.epione.enrolment.boundary.BirthDate;
import org.epione.enrolment.entity.Patient;
import org.epione.platform.identity.PartyCode;

/**
 * The one search box: each word is a birth date, the beginning of a name or the beginning of a
 * patient number; a patient is found when every word fits. Without words, who was changed last.
 */
@Dependent
public class PatientSearch {

  private static final int MOST_WORDS = 6;
  private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})");
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}(-\\d{2})?");

  @PersistenceContext(unitName = "epione")
  private EntityManager entities;

  /** Patients of one hospital, at most that many. */
  public List<Patient> find(PartyCode hospital, String text, int most) {
    CriteriaBuilder build = entities.getCriteriaBuilder();
    CriteriaQuery<Patient> query = build.createQuery(Patient.class);
    Root<Patient> patient = query.from(Patient.class);
    List<Predicate> all = new ArrayList<>();
    all.add(build.equal(patient.get("hospital"), hospital.value()));
    List<String> words =
        Arrays.stream(text.strip().split("\\s+", -1)).filter(w -> !w.isEmpty()).toList();
    words.stream().limit(MOST_WORDS).map(w -> fits(build, patient, w)).forEach(all::add);
    query.where(all.toArray(Predicate[]::new));
    query.orderBy(
        words.isEmpty() ? build.desc(patient.get("changed")) : build.asc(patient.get("searchName")),
        build.asc(patient.get("id")));
    return entities.createQuery(query).setMaxResults(most).getResultList();
  }

  private static Predicate fits(CriteriaBuilder build, Root<Patient> patient, String word) {
    Optional<String> born = birthDate(word);
    if (born.isPresent()) {
      return build.like(patient.get("birthDate"), literally(born.get()) + "%", '!');
    }
    Predicate number = build.like(patient.get("numberText"), literally(word) + "%", '!');
    String name = SearchName.folded(word);
    return name.isEmpty()
        ? number
        : build.or(
            number, build.like(patient.get("searchName"), "% " + literally(name) + "%", '!'));
  }

  private static Optional<String> birthDate(String word) {
    Matcher dayFirst = DAY_FIRST.matcher(word);
    if (dayFirst.matches()) {
      String iso = dayFirst.group(3) + "-" + two(dayFirst.group(2)) + "-" + two(dayFirst.group(1));
      return BirthDate.parse(iso).map(BirthDate::iso);
    }
    return DATE.matcher(word).matches()
        ? BirthDate.parse(word).map(BirthDate::iso)
        : Optional.empty();
  }

  private static String two(String digits) {
    return digits.length() == 1 ? "0" + digits : digits;
  }

  private static String literally(String text) {
    return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
  }
}
