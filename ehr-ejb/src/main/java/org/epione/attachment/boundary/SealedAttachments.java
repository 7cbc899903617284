package org.epione.attachment.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.OptionalLong;
import org.epione.attachment.control.FetchWork;
import org.epione.attachment.control.SealedWork;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.transcript.Digest;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.PartyCode;

/**
 * Sealed streams on their way to the cloud and back. For other features, which decide on access and
 * carry the messages; pages and resources do not call this.
 */
@Stateless
@PermitAll
public class SealedAttachments {

  /** How much of a stream goes in one message, in bytes. */
  public static final int PIECE = 4 << 20;

  @Inject private SealedWork sealed;
  @Inject private FetchWork fetching;

  /**
   * A piece of a sealed stream that waits here to be stored in the cloud; empty if it is not there.
   */
  public Optional<byte[]> piece(Digest ciphertext, long offset) {
    return sealed.piece(ciphertext, offset);
  }

  /**
   * From where on the next piece is to be asked for now; empty while one is awaited, or all is
   * here.
   *
   * @param party for whom: what one hospital fetched another does not get
   * @throws RefusedException EHR-3049 without room on the disk
   */
  public OptionalLong next(PartyCode party, Attachment attachment) {
    return fetching.next(party, attachment);
  }

  /** How far it is. */
  public FetchView view(PartyCode party, Attachment attachment) {
    return fetching.view(party, attachment);
  }

  /**
   * Takes a piece that came; from whom is for the caller to check, what it is worth is checked
   * here.
   *
   * @return from where on the next piece is to be asked for
   */
  public OptionalLong accept(
      PartyCode party, Digest ciphertext, long length, long offset, byte[] piece) {
    return fetching.accept(party, ciphertext, length, offset, piece);
  }

  /** It will not come. */
  public void failed(PartyCode party, Digest ciphertext, String why) {
    fetching.failed(party, ciphertext, why);
  }

  /**
   * Opens what has come, after comparing all of it with what was signed.
   *
   * @throws RefusedException EHR-3048 before all has come, EHR-3047 if it is something else
   */
  public Download open(PartyCode party, RecordId record, Attachment attachment) {
    return fetching.open(party, record, attachment);
  }
}
