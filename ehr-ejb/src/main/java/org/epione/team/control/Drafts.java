package org.epione.team.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.epione.attachment.boundary.Attachment;
import org.epione.attachment.boundary.Uploads;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.hybrid.DecryptionFailedException;
import org.epione.crypto.transcript.Digest;
import org.epione.custody.boundary.KeySession;
import org.epione.custody.boundary.PersonKeys;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.record.boundary.Contribution;
import org.epione.team.boundary.KeptDraft;
import org.epione.team.entity.Turn;

/**
 * What a doctor has written and not signed. It is sealed from the doctor's own key to itself, so
 * that neither the rest of the team nor whoever writes to the database can read or plant it. Each
 * save names the version that it follows: an older window is told, and overwrites nothing.
 */
@ApplicationScoped
public class Drafts {

  @Inject private CryptoSuite suite;
  @Inject private Clock clock;
  @EJB private PersonKeys personKeys;
  @EJB private Uploads uploads;

  /**
   * What is kept for a turn.
   *
   * @param isReadable false if something is kept that this doctor's present keys did not seal
   */
  record Draft(Optional<Contribution> contribution, boolean isReadable) {

    String text() {
      return contribution.map(Contribution::text).orElse("");
    }

    List<Attachment> attachments() {
      return contribution.map(Contribution::attachments).orElse(List.of());
    }

    /** Never the text. */
    @Override
    public String toString() {
      return "Draft";
    }
  }

  /**
   * Keeps the text, with what is attached by now; blank text is kept too, as nothing. What is kept
   * already is not kept again, whatever the version, so that a save may be repeated.
   *
   * @throws RefusedException EHR-3017 if another version came after, EHR-3010 if it is too long
   */
  KeptDraft keep(KeySession session, HeldTurn held, int version, String text) {
    Turn turn = held.turn();
    List<Attachment> attachments = uploads.attached(session, held.owner());
    if (!isKept(session, turn, text, attachments)) {
      requireLatest(turn, version);
      if (text.isBlank()) {
        turn.emptyDraft(clock.instant());
      } else {
        turn.draft(seal(session, turn, contribution(held, text, attachments)), clock.instant());
      }
    }
    return new KeptDraft(turn.draftVersion(), turn.draftAt().orElseThrow());
  }

  private boolean isKept(KeySession session, Turn turn, String text, List<Attachment> attachments) {
    Draft draft = open(session, turn);
    return turn.draftVersion() > 0
        && draft.isReadable()
        && draft.text().equals(text.isBlank() ? "" : Contribution.normal(text))
        && draft.attachments().equals(text.isBlank() ? List.of() : attachments);
  }

  private static void requireLatest(Turn turn, int version) {
    if (version != turn.draftVersion()) {
      throw new RefusedException(ErrorCode.DRAFT_NEWER);
    }
  }

  private Contribution contribution(HeldTurn held, String text, List<Attachment> attachments) {
    try {
      return new Contribution(
          ByteString.ofHex(held.episode().id()),
          held.turn().place(),
          ByteString.of(held.member().doctorPseudonym()),
          ByteString.of(suite.random().bytes(32)),
          text,
          held.episode().appends().map(record -> Digest.ofHex(record.diagnosis())),
          attachments);
    } catch (IllegalArgumentException unusable) {
      throw new RefusedException(ErrorCode.DIAGNOSIS_UNUSABLE);
    }
  }

  private byte[] seal(KeySession session, Turn turn, Contribution contribution) {
    return personKeys.sealForSelf(
        session, info(), place(turn, turn.draftVersion() + 1), contribution.encode());
  }

  /** The text kept so far, with the salt that will be signed. */
  Draft open(KeySession session, Turn turn) {
    Optional<byte[]> sealed = turn.sealedDraft();
    if (sealed.isEmpty()) {
      return new Draft(Optional.empty(), true);
    }
    try {
      byte[] place = place(turn, turn.draftVersion());
      return new Draft(
          Optional.of(
              Contribution.decode(personKeys.openOwn(session, info(), place, sealed.get()))),
          true);
    } catch (DecryptionFailedException | MalformedEncodingException foreign) {
      return new Draft(Optional.empty(), false);
    }
  }

  /** HPKE info; the place is in the associated data. */
  private static byte[] info() {
    return CanonicalWriter.of("epione.team.draft.seal", 1).toByteArray();
  }

  private static byte[] place(Turn turn, int version) {
    return CanonicalWriter.of("epione.team.draft.place", 1)
        .fixed(ByteString.ofHex(turn.episodeId()).bytes(), 16)
        .u16(turn.step())
        .u32(version)
        .toByteArray();
  }
}
