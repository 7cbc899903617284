package org.epione.record.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.epione.record.entity.MedicalRecord;
import org.epione.record.entity.RecordAttachment;
import org.epione.record.entity.RecordOpening;

/** Finished records and the openings of them, in the database. */
@ApplicationScoped
public class RecordStore {

  @PersistenceContext(unitName = "epione")
  private EntityManager entities;

  public void add(MedicalRecord record) {
    entities.persist(record);
  }

  public Optional<MedicalRecord> find(String id) {
    return Optional.ofNullable(entities.find(MedicalRecord.class, id));
  }

  /** The record for changing it: one transaction at a time. */
  public Optional<MedicalRecord> lock(String id) {
    return Optional.ofNullable(
        entities.find(MedicalRecord.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  public List<MedicalRecord> ofPatient(String account) {
    return entities
        .createNamedQuery("MedicalRecord.ofPatient", MedicalRecord.class)
        .setParameter("account", account)
        .getResultList();
  }

  public void add(RecordAttachment attachment) {
    entities.persist(attachment);
  }

  /** The sealed attachments of a record, in order. */
  public List<RecordAttachment> attachments(String record) {
    return entities
        .createNamedQuery("RecordAttachment.ofRecord", RecordAttachment.class)
        .setParameter("record", record)
        .getResultList();
  }

  public void add(RecordOpening opening) {
    entities.persist(opening);
  }

  public Optional<RecordOpening> opening(String id) {
    return Optional.ofNullable(entities.find(RecordOpening.class, id));
  }

  public Optional<RecordOpening> openingByRequest(String request) {
    return entities
        .createNamedQuery("RecordOpening.byRequest", RecordOpening.class)
        .setParameter("request", request)
        .getResultStream()
        .findFirst();
  }

  public void remove(RecordOpening opening) {
    entities.remove(opening);
  }

  /** Openings that nobody came back for. */
  public void removeOpenings(String account, Instant before) {
    entities
        .createNamedQuery("RecordOpening.removeOld")
        .setParameter("account", account)
        .setParameter("before", before)
        .executeUpdate();
  }
}
