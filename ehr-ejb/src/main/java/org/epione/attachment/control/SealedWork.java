package org.epione.attachment.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import org.epione.attachment.boundary.SealedAttachments;
import org.epione.crypto.transcript.Digest;
import org.epione.platform.file.DurableFiles;

/** Sealed streams that wait here to be stored in the cloud. */
@ApplicationScoped
public class SealedWork {

  @Inject private AttachmentFiles files;

  /** 1 to {@link SealedAttachments#PIECE} bytes from there on; empty if there are none. */
  public Optional<byte[]> piece(Digest ciphertext, long offset) {
    try {
      return Optional.of(
              DurableFiles.readAt(files.sealed(ciphertext), offset, SealedAttachments.PIECE))
          .filter(piece -> piece.length > 0);
    } catch (NoSuchFileException gone) {
      return Optional.empty();
    } catch (IOException unreadable) {
      throw AttachmentFiles.broken(unreadable);
    }
  }
}
