package org.epione.enrolment.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.epione.enrolment.boundary.NamedPatients;
import org.epione.enrolment.entity.Hl7Message;
import org.epione.enrolment.entity.Patient;
import org.epione.platform.erasure.Erased;
import org.epione.platform.erasure.ForgottenPatient;
import org.epione.platform.erasure.PatientErasure;

/**
 * Empties the HL7 messages to the hospital that are about a patient. The journal has no column for
 * patients, and messages that were refused name none for certain: so each is read, page by page,
 * and those with her number in the PID segment are emptied. Their digests stay, so that a
 * repetition is still known as one.
 */
@ApplicationScoped
public class MessageErasure implements PatientErasure {

  private static final int PAGE = 200;

  @PersistenceContext(unitName = "epione")
  private EntityManager entities;

  @EJB private NamedPatients named;
  @Inject private PatientIndex patients;

  @Override
  public Erased what() {
    return Erased.MESSAGES;
  }

  @Override
  public int erase(ForgottenPatient patient) {
    Optional<Patient> registered = patients.find(patient.account());
    int emptied = 0;
    String after = "";
    while (registered.isPresent()) {
      List<Hl7Message> page = page(patient.hospital().value(), after);
      if (page.isEmpty()) {
        break;
      }
      String number = registered.get().number().value();
      for (Hl7Message each : page) {
        if (named.in(each.content(), each.asText()).contains(number)) {
          each.forget();
          emptied++;
        }
      }
      after = page.get(page.size() - 1).id();
      entities.flush();
      page.forEach(entities::detach);
    }
    return emptied;
  }

  private List<Hl7Message> page(String hospital, String after) {
    return entities
        .createNamedQuery("Hl7Message.after", Hl7Message.class)
        .setParameter("hospital", hospital)
        .setParameter("after", after)
        .setMaxResults(PAGE)
        .getResultList();
  }
}
