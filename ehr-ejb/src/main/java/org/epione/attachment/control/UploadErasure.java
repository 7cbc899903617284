package org.epione.attachment.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.epione.platform.erasure.Erased;
import org.epione.platform.erasure.ErasedRows;
import org.epione.platform.erasure.ForgottenPatient;
import org.epione.platform.erasure.PatientErasure;

/**
 * Destroys uploads with the keys of their files. The files themselves, which belong to nothing any
 * more, go with the next round of {@link AttachmentUpkeep}.
 */
@ApplicationScoped
public class UploadErasure implements PatientErasure {

  @Inject private ErasedRows rows;

  @Override
  public Erased what() {
    return Erased.ATTACHMENTS;
  }

  @Override
  public int erase(ForgottenPatient patient) {
    return rows.change(
        "delete from AttachmentUpload u where u.episodeId = :of", patient.episodes());
  }
}
