package org.epione.team.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.epione.access.boundary.Act;
import org.epione.account.boundary.Role;
import org.epione.attachment.boundary.Download;
import org.epione.attachment.boundary.UploadView;
import org.epione.custody.boundary.KeySession;
import org.epione.platform.error.RefusedException;
import org.epione.team.control.TurnAccess;
import org.epione.team.control.TurnAttachmentWork;

/**
 * Files that a doctor attaches to her part at her turn: sent in slices, each on disk before it is
 * acknowledged, so that a broken upload goes on where it stopped, after any restart of either side.
 * Who does not have the turn is refused with EHR-3003.
 */
@Stateless
@RolesAllowed(Role.Name.DOCTOR)
public class TurnAttachments {

  @Inject private TurnAccess permitted;
  @Inject private TurnAttachmentWork work;

  /** What is attached or on its way, by number. */
  public List<UploadView> all(KeySession session, String episode) {
    return work.all(permitted.require(Act.READ_TURN, session, episode), session, episode);
  }

  /**
   * Begins an upload.
   *
   * @param name as the doctor's file is called; made safe
   * @param mediaType as announced; may be empty
   * @param size in bytes
   * @throws RefusedException EHR-3040 for a kind that cannot be attached, EHR-3041 for an empty or
   *     too large file, EHR-3042 for too many, EHR-3049 without room on the disk
   */
  public UploadView begin(
      KeySession session, String episode, String name, String mediaType, long size) {
    return work.begin(
        permitted.require(Act.WRITE_DIAGNOSIS, session, episode),
        session,
        episode,
        name,
        mediaType,
        size);
  }

  /**
   * Takes the next slice.
   *
   * @param digest SHA-256 of the slice in hex
   * @throws RefusedException EHR-3043 if it does not follow what has arrived, EHR-3044 for another
   *     length or digest than announced, EHR-3040 if the first slice shows another kind of file
   */
  public UploadView append(
      KeySession session, String episode, String upload, long offset, String digest, byte[] slice) {
    return work.append(
        permitted.require(Act.WRITE_DIAGNOSIS, session, episode),
        session,
        episode,
        upload,
        offset,
        digest,
        slice);
  }

  /**
   * Shows whether a file, chosen again, is the one whose upload was begun.
   *
   * @param digests in hex, of the slices that have arrived
   * @throws RefusedException EHR-3045 if it is another
   */
  public UploadView resume(
      KeySession session, String episode, String upload, List<String> digests) {
    return work.resume(
        permitted.require(Act.WRITE_DIAGNOSIS, session, episode),
        session,
        episode,
        upload,
        digests);
  }

  /**
   * Seals what has arrived under a fresh key; from then on it belongs to what will be signed.
   *
   * @throws RefusedException EHR-3046 if slices are missing, EHR-3047 if some were altered
   */
  public UploadView complete(KeySession session, String episode, String upload) {
    return work.complete(
        permitted.require(Act.WRITE_DIAGNOSIS, session, episode), session, episode, upload);
  }

  /** Removes an attachment or an unfinished upload. */
  public void remove(KeySession session, String episode, String upload) {
    work.remove(permitted.require(Act.WRITE_DIAGNOSIS, session, episode), episode, upload);
  }

  /**
   * Opens what the caller attached, or what a doctor before attached whose part was verified.
   *
   * @throws RefusedException EHR-3047 if it is missing or is not what was signed
   */
  public Download open(KeySession session, String episode, int number) {
    return work.open(permitted.require(Act.READ_TURN, session, episode), session, episode, number);
  }
}
