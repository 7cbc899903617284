package org.epione.team.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.epione.account.boundary.Caller;
import org.epione.attachment.boundary.Attachment;
import org.epione.attachment.boundary.AttachmentOwner;
import org.epione.attachment.boundary.Download;
import org.epione.attachment.boundary.UploadView;
import org.epione.attachment.boundary.Uploads;
import org.epione.custody.boundary.KeySession;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;

/** What a doctor attaches at her turn, and what the doctors before attached. */
@ApplicationScoped
public class TurnAttachmentWork {

  @Inject private TurnDesk desk;
  @EJB private Uploads uploads;

  /** Begins an upload for the turn. */
  public UploadView begin(
      Caller caller, KeySession session, String episode, String name, String mediaType, long size) {
    return uploads.begin(session, held(caller, episode), name, mediaType, size);
  }

  /** The doctor's uploads, by number. */
  public List<UploadView> all(Caller caller, KeySession session, String episode) {
    return uploads.all(session, seen(caller, episode));
  }

  /** Takes the next slice. */
  public UploadView append(
      Caller caller,
      KeySession session,
      String episode,
      String id,
      long offset,
      String digest,
      byte[] slice) {
    return uploads.append(session, seen(caller, episode), id, offset, digest, slice);
  }

  /** Shows whether a file is the one that was begun. */
  public UploadView resume(
      Caller caller, KeySession session, String episode, String id, List<String> digests) {
    return uploads.resume(session, seen(caller, episode), id, digests);
  }

  /** Seals what has arrived. */
  public UploadView complete(Caller caller, KeySession session, String episode, String id) {
    return uploads.complete(session, seen(caller, episode), id);
  }

  /** Removes an upload. */
  public void remove(Caller caller, String episode, String id) {
    uploads.remove(held(caller, episode), id);
  }

  /** Opens what the doctor attached, or a doctor before whose part was verified. */
  public Download open(Caller caller, KeySession session, String episode, int number) {
    try (OpenTurn turn = desk.openToRead(caller, session, episode)) {
      Attachment attachment =
          Stream.concat(
                  turn.contributions().stream().flatMap(part -> part.attachments().stream()),
                  uploads.attached(session, turn.held().owner()).stream())
              .filter(each -> each.number() == number)
              .findFirst()
              .orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND));
      return uploads.open(episode, attachment);
    }
  }

  private AttachmentOwner held(Caller caller, String episode) {
    return desk.hold(caller, episode, Optional.empty()).owner();
  }

  /** Without holding the episode: a large file takes its time. */
  private AttachmentOwner seen(Caller caller, String episode) {
    return desk.see(caller, episode).owner();
  }
}
