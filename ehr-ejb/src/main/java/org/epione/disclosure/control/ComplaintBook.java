package org.epione.disclosure.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.epione.custody.boundary.ServerKeys;
import org.epione.disclosure.boundary.ComplaintOutcome;
import org.epione.disclosure.boundary.ComplaintView;
import org.epione.disclosure.boundary.Disclosure;
import org.epione.disclosure.entity.Complaint;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;

/** The rows of complaints; what people wrote in them is under the hospital's own key. */
@ApplicationScoped
public class ComplaintBook {

  private static final int LONGEST_TEXT = 2000;

  @PersistenceContext(unitName = "epione")
  private EntityManager entities;

  @EJB private ServerKeys keys;
  @Inject private Clock clock;

  /** A patient's complaint about one of her disclosures. */
  public ComplaintView file(AccountId patient, PartyCode hospital, Disclosure about, String text) {
    String written = written(text);
    String id = UUID.randomUUID().toString();
    Complaint complaint =
        new Complaint(
            id,
            hospital,
            patient,
            about,
            keys.protect(hospital, label("who", id), bytes(who(about))),
            keys.protect(hospital, label("text", id), bytes(written)),
            clock.instant());
    if (isReported(patient, about.id())) {
      throw new RefusedException(ErrorCode.COMPLAINT_EXISTS);
    }
    try {
      entities.persist(complaint);
      entities.flush();
    } catch (PersistenceException reportedJustNow) {
      throw new RefusedException(ErrorCode.COMPLAINT_EXISTS);
    }
    return view(complaint);
  }

  /** What a patient reported, newest first. */
  public List<ComplaintView> of(AccountId patient) {
    return ofPatient(patient).stream().map(this::view).toList();
  }

  /** All, those without an answer first. */
  public List<ComplaintView> all() {
    return entities.createNamedQuery("Complaint.all", Complaint.class).getResultList().stream()
        .sorted(java.util.Comparator.comparing(each -> each.outcome().isPresent()))
        .map(this::view)
        .toList();
  }

  /** How many have no answer. */
  public long waiting() {
    return entities.createNamedQuery("Complaint.waiting", Long.class).getSingleResult();
  }

  /** One of them, locked. */
  public Optional<Complaint> find(String id) {
    return Optional.ofNullable(entities.find(Complaint.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  /** The auditor's answer, once. */
  public ComplaintView answer(
      AccountId auditor, Complaint complaint, ComplaintOutcome outcome, String text) {
    if (complaint.outcome().isPresent()) {
      throw new RefusedException(ErrorCode.ALREADY_DECIDED);
    }
    byte[] kept =
        keys.protect(complaint.hospital(), label("answer", complaint.id()), bytes(written(text)));
    complaint.answer(auditor, outcome, kept, clock.instant());
    return view(complaint);
  }

  private boolean isReported(AccountId patient, String disclosure) {
    return ofPatient(patient).stream().anyMatch(each -> each.disclosure().equals(disclosure));
  }

  private List<Complaint> ofPatient(AccountId patient) {
    return entities
        .createNamedQuery("Complaint.ofPatient", Complaint.class)
        .setParameter("patient", patient.toString())
        .getResultList();
  }

  private ComplaintView view(Complaint each) {
    return new ComplaintView(
        each.id(),
        each.hospital().value(),
        each.disclosure(),
        each.what(),
        each.happenedAt(),
        each.reference(),
        text(each, "who", each.protectedWho()),
        text(each, "text", each.protectedText()),
        each.filedAt(),
        each.outcome(),
        each.protectedAnswer().map(kept -> text(each, "answer", kept)),
        each.answeredAt());
  }

  private String text(Complaint complaint, String part, byte[] kept) {
    byte[] opened = keys.unprotect(complaint.hospital(), label(part, complaint.id()), kept);
    return new String(opened, StandardCharsets.UTF_8);
  }

  private static String who(Disclosure about) {
    return Stream.of(about.name(), about.hospital())
        .filter(each -> !each.isEmpty())
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private static String written(String text) {
    String written = text.strip();
    if (written.isEmpty() || written.length() > LONGEST_TEXT) {
      throw new RefusedException(ErrorCode.COMPLAINT_TEXT_UNUSABLE);
    }
    return written;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String label(String part, String id) {
    return "complaint-" + part + ":" + id;
  }
}
