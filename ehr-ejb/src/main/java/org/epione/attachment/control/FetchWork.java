package org.epione.attachment.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.epione.attachment.boundary.Attachment;
import org.epione.attachment.boundary.Download;
import org.epione.attachment.boundary.FetchView;
import org.epione.attachment.entity.FetchedAttachment;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.transcript.Digest;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.file.DurableFiles;
import org.epione.platform.identity.PartyCode;

/**
 * Sealed streams on their way from the cloud, one piece asked for at a time, kept for an hour after
 * the last use. Only a stream whose digest is the one that was signed is ever opened.
 */
@ApplicationScoped
public class FetchWork {

  /** A piece that did not come within this time is asked for again. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Inject private AttachmentStore store;
  @Inject private AttachmentFiles files;
  @Inject private Clock clock;

  /** From where on the next piece is to be asked for now; empty if nothing is to be asked for. */
  public OptionalLong next(PartyCode party, Attachment attachment) {
    Instant now = clock.instant();
    String id = id(party, attachment.ciphertext());
    Optional<FetchedAttachment> known = store.fetched(id);
    if (known.isEmpty()) {
      files.requireRoomFor(attachment.ciphertextLength());
      store.add(
          new FetchedAttachment(
              id, attachment.ciphertext().hex(), attachment.ciphertextLength(), now));
      return OptionalLong.of(0);
    }
    FetchedAttachment fetched = known.get();
    fetched.used(now);
    boolean waits =
        fetched.isComplete()
            || (fetched.fault().isEmpty() && now.isBefore(fetched.askedAt().plus(PATIENCE)));
    if (waits) {
      return OptionalLong.empty();
    }
    fetched.asked(now);
    return OptionalLong.of(fetched.received());
  }

  /** How far it is. */
  public FetchView view(PartyCode party, Attachment attachment) {
    return store
        .fetched(id(party, attachment.ciphertext()))
        .map(
            fetched ->
                new FetchView(
                    fetched.received(),
                    fetched.length(),
                    fetched.isComplete(),
                    fetched.fault().isPresent()))
        .orElseGet(() -> new FetchView(0, attachment.ciphertextLength(), false, false));
  }

  /** Takes a piece; says from where on the next one is to be asked for. */
  public OptionalLong accept(
      PartyCode party, Digest ciphertext, long length, long offset, byte[] piece) {
    Optional<FetchedAttachment> asked =
        store
            .fetched(id(party, ciphertext))
            .filter(each -> !each.isComplete() && each.fault().isEmpty());
    if (asked.isEmpty() || offset != asked.get().received()) {
      return OptionalLong.empty();
    }
    FetchedAttachment fetched = asked.get();
    if (length != fetched.length()
        || piece.length == 0
        || piece.length > fetched.length() - offset) {
      fetched.failed("LENGTH");
      return OptionalLong.empty();
    }
    Path file = files.fetched(party.value(), ciphertext);
    try {
      DurableFiles.writeAt(file, offset, piece);
    } catch (IOException notWritten) {
      throw AttachmentFiles.broken(notWritten);
    }
    fetched.received(piece.length, clock.instant());
    if (fetched.received() < fetched.length()) {
      return OptionalLong.of(fetched.received());
    }
    if (files.isIntact(file, ciphertext)) {
      fetched.completed();
    } else {
      fetched.failed("ALTERED");
    }
    return OptionalLong.empty();
  }

  /** It will not come. */
  public void failed(PartyCode party, Digest ciphertext, String why) {
    store
        .fetched(id(party, ciphertext))
        .filter(each -> !each.isComplete())
        .ifPresent(each -> each.failed(why));
  }

  /** Opens what has come. */
  public Download open(PartyCode party, RecordId record, Attachment attachment) {
    FetchedAttachment fetched =
        store
            .fetched(id(party, attachment.ciphertext()))
            .orElseThrow(() -> new RefusedException(ErrorCode.ATTACHMENT_NOT_HERE));
    if (fetched.fault().isPresent()) {
      throw new RefusedException(ErrorCode.ATTACHMENT_DAMAGED);
    }
    if (!fetched.isComplete()) {
      throw new RefusedException(ErrorCode.ATTACHMENT_NOT_HERE);
    }
    fetched.used(clock.instant());
    return new Download(
        attachment.name(),
        attachment.kind().mediaType(),
        attachment.size(),
        files.open(files.fetched(party.value(), attachment.ciphertext()), record, attachment));
  }

  static String id(PartyCode party, Digest ciphertext) {
    return party.value() + ':' + ciphertext.hex();
  }
}
