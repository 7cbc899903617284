package org.epione.attachment.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.epione.attachment.boundary.AttachmentOwner;
import org.epione.attachment.entity.AttachmentUpload;
import org.epione.attachment.entity.FetchedAttachment;
import org.epione.attachment.entity.UploadState;

/** Uploads and fetched streams, in the database. */
@ApplicationScoped
public class AttachmentStore {

  @PersistenceContext(unitName = "epione")
  private EntityManager entities;

  void add(AttachmentUpload upload) {
    entities.persist(upload);
    entities.flush();
  }

  /** Of all doctors of the episode, by number. */
  List<AttachmentUpload> ofEpisode(String episode) {
    return entities
        .createNamedQuery("AttachmentUpload.ofEpisode", AttachmentUpload.class)
        .setParameter("episode", episode)
        .getResultList();
  }

  /** Those of one doctor, by number. */
  List<AttachmentUpload> of(AttachmentOwner owner) {
    return ofEpisode(owner.episode()).stream()
        .filter(upload -> upload.doctorAccount().equals(owner.account()))
        .toList();
  }

  /** The owner's upload for changing it: one transaction at a time. */
  Optional<AttachmentUpload> lock(AttachmentOwner owner, String id) {
    return Optional.ofNullable(
            entities.find(AttachmentUpload.class, id, LockModeType.PESSIMISTIC_WRITE))
        .filter(upload -> upload.episodeId().equals(owner.episode()))
        .filter(upload -> upload.doctorAccount().equals(owner.account()));
  }

  void remove(AttachmentUpload upload) {
    entities.remove(upload);
  }

  List<AttachmentUpload> abandoned(Instant before) {
    return entities
        .createNamedQuery("AttachmentUpload.abandoned", AttachmentUpload.class)
        .setParameter("before", before)
        .getResultList();
  }

  boolean isUploading(String id) {
    return entities
            .createNamedQuery("AttachmentUpload.inState", Long.class)
            .setParameter("id", id)
            .setParameter("state", UploadState.UPLOADING)
            .getSingleResult()
        > 0;
  }

  boolean isKept(String digest) {
    return entities
            .createNamedQuery("AttachmentUpload.byDigest", Long.class)
            .setParameter("digest", digest)
            .getSingleResult()
        > 0;
  }

  void add(FetchedAttachment fetched) {
    entities.persist(fetched);
  }

  Optional<FetchedAttachment> fetched(String id) {
    return Optional.ofNullable(
        entities.find(FetchedAttachment.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  void remove(FetchedAttachment fetched) {
    entities.remove(fetched);
  }

  List<FetchedAttachment> unused(Instant before) {
    return entities
        .createNamedQuery("FetchedAttachment.unused", FetchedAttachment.class)
        .setParameter("before", before)
        .getResultList();
  }
}
