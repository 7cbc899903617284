package org.epione.attachment.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.epione.attachment.control.UploadWork;
import org.epione.custody.boundary.KeySession;
import org.epione.platform.error.RefusedException;

/**
 * What doctors attach, from the first slice to the signature. For other features, which decide on
 * access; pages and resources do not call this.
 */
@Stateless
@PermitAll
public class Uploads {

  @Inject private UploadWork work;

  /**
   * Begins an upload. The caller holds the episode, so that no number is given twice.
   *
   * @param name hostile input, made safe
   * @param mediaType as announced; may be empty, then the content alone decides
   * @throws RefusedException EHR-3040 for what may not be attached, EHR-3041 and EHR-3042 for too
   *     much, EHR-3049 without room on the disk
   */
  public UploadView begin(
      KeySession session, AttachmentOwner owner, String name, String mediaType, long size) {
    return work.begin(session, owner, name, mediaType, size);
  }

  /** The owner's uploads, by number. */
  public List<UploadView> all(KeySession session, AttachmentOwner owner) {
    return work.all(session, owner);
  }

  /**
   * Takes the next slice; when this returns and the transaction commits, it is on disk.
   *
   * @param digest SHA-256 of the slice in hex
   * @throws RefusedException EHR-3043 at another offset than what has arrived, EHR-3044 for another
   *     length or digest, EHR-3040 if the first slice shows another kind of file
   */
  public UploadView append(
      KeySession session,
      AttachmentOwner owner,
      String id,
      long offset,
      String digest,
      byte[] slice) {
    return work.append(session, owner, id, offset, digest, slice);
  }

  /**
   * Shows whether a file is the one whose upload was begun.
   *
   * @param digests in hex, of its slices from the first on, at least of those that have arrived
   * @throws RefusedException EHR-3045 if it is another
   */
  public UploadView resume(
      KeySession session, AttachmentOwner owner, String id, List<String> digests) {
    return work.resume(session, owner, id, digests);
  }

  /**
   * Seals what has arrived as one stream under a fresh key. Asked again it changes nothing.
   *
   * @throws RefusedException EHR-3046 if slices are missing, EHR-3047 if some were altered
   */
  public UploadView complete(KeySession session, AttachmentOwner owner, String id) {
    return work.complete(session, owner, id);
  }

  /** Removes an upload, complete or not. */
  public void remove(AttachmentOwner owner, String id) {
    work.remove(owner, id);
  }

  /** What belongs to the part as it stands, by number. */
  public List<Attachment> attached(KeySession session, AttachmentOwner owner) {
    return work.attached(session, owner);
  }

  /**
   * Refuses to let be signed what is not all there, just as it was sealed: looks at every byte.
   *
   * @throws RefusedException EHR-3046 if an upload is not finished, EHR-3047 if a file is missing
   *     or altered
   */
  public void requireReady(KeySession session, AttachmentOwner owner) {
    work.requireReady(session, owner);
  }

  /**
   * Refuses to let a record be sealed whose attachment is not here as it was signed.
   *
   * @throws RefusedException EHR-3047
   */
  public void requireKept(Attachment attachment) {
    work.requireKept(attachment);
  }

  /**
   * Opens an attachment of a record that is not final, whose sealed stream is here.
   *
   * @param episode EID in hex
   * @throws RefusedException EHR-3047 if it is missing or is not what was signed
   */
  public Download open(String episode, Attachment attachment) {
    return work.open(episode, attachment);
  }

  /** Removes what doctors attached who are not among these; none, when the episode has ended. */
  public void keepOnly(String episode, List<String> accounts) {
    work.keepOnly(episode, accounts);
  }
}
