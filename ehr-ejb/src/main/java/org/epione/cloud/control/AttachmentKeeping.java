package org.epione.cloud.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Optional;
import org.epione.cloud.boundary.Finding;
import org.epione.cloud.boundary.KeepPiece;
import org.epione.cloud.boundary.PieceKept;
import org.epione.cloud.boundary.PieceRequest;
import org.epione.cloud.boundary.StoreRequest;
import org.epione.cloud.boundary.StoredPiece;
import org.epione.cloud.entity.CloudAttachment;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.hybrid.StreamingAead;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.connector.Chains;
import org.epione.platform.identity.PartyCode;
import org.epione.settings.Settings;

/**
 * Sealed attachments: taken in piece by piece for episodes that are on the hospital's chain,
 * compared with their digest when all is there, given out piece by piece to whom may have them.
 */
@ApplicationScoped
public class AttachmentKeeping {

  /** How much goes in one answer, in bytes. */
  static final int PIECE = 4 << 20;

  private static final long MAX_LENGTH = StreamingAead.sealedLength(1L << 30);

  @PersistenceContext(unitName = "epione")
  private EntityManager entities;

  @Inject private Settings settings;
  @Inject private Clock clock;
  @EJB private Chains chains;

  /**
   * Takes the next bytes. A piece that came before is answered as then, one that is ahead with how
   * far it is: the sender goes on from there.
   */
  PieceKept keep(PartyCode cloud, PartyCode hospital, KeepPiece piece) {
    Optional<CloudAttachment> known =
        find(cloud, piece.episode(), piece.ciphertext(), LockModeType.PESSIMISTIC_WRITE);
    if (known.isEmpty()) {
      Optional<String> refusal = refusal(cloud, hospital, piece);
      if (refusal.isPresent()) {
        return answer(piece, 0, refusal);
      }
    }
    CloudAttachment attachment = known.orElseGet(() -> begin(cloud, hospital, piece));
    if (attachment.length() != piece.length() || !attachment.hospital().equals(hospital.value())) {
      return answer(piece, 0, Optional.of("WRONG_LENGTH"));
    }
    if (piece.offset() != attachment.kept() || attachment.location().isPresent()) {
      return answer(piece, attachment.kept(), Optional.empty());
    }
    CiphertextFiles files = files();
    files.keepPiece(piece.episode(), piece.ciphertext(), piece.offset(), piece.piece().bytes());
    if (piece.offset() + piece.piece().size() < attachment.length()) {
      attachment.keeps(piece.piece().size(), clock.instant());
      return answer(piece, attachment.kept(), Optional.empty());
    }
    Optional<String> location = files.finish(piece.episode(), piece.ciphertext());
    if (location.isEmpty()) {
      entities.remove(attachment);
      return answer(piece, 0, Optional.of("DIGEST_DIFFERS"));
    }
    attachment.keeps(piece.piece().size(), clock.instant());
    attachment.stored(location.get(), clock.instant());
    return answer(piece, attachment.kept(), Optional.empty());
  }

  private Optional<String> refusal(PartyCode cloud, PartyCode hospital, KeepPiece piece) {
    if (piece.length() > MAX_LENGTH) {
      return Optional.of("TOO_LARGE");
    }
    if (chains.state(cloud.value(), hospital.value()).episode(piece.episode()).isEmpty()) {
      return Optional.of("UNKNOWN_EPISODE");
    }
    long so =
        entities
            .createNamedQuery("CloudAttachment.ofEpisode", Long.class)
            .setParameter("cloud", cloud.value())
            .setParameter("episode", piece.episode().hex())
            .getSingleResult();
    return so < StoreRequest.MAX_ATTACHMENTS ? Optional.empty() : Optional.of("TOO_MANY");
  }

  private CloudAttachment begin(PartyCode cloud, PartyCode hospital, KeepPiece piece) {
    CloudAttachment attachment =
        new CloudAttachment(
            cloud.value(),
            hospital.value(),
            piece.episode().hex(),
            piece.ciphertext().hex(),
            piece.length(),
            clock.instant());
    entities.persist(attachment);
    return attachment;
  }

  private static PieceKept answer(KeepPiece piece, long kept, Optional<String> refusal) {
    return new PieceKept(piece.episode(), piece.ciphertext(), kept, refusal);
  }

  /** Whether all of it is here, for that episode of that hospital. */
  boolean isStored(PartyCode cloud, PartyCode hospital, RecordId episode, Digest ciphertext) {
    return stored(cloud, episode, ciphertext)
        .filter(each -> each.hospital().equals(hospital.value()))
        .isPresent();
  }

  /** The attachment, if all of it is promised. */
  Optional<CloudAttachment> stored(PartyCode cloud, RecordId episode, Digest ciphertext) {
    return find(cloud, episode, ciphertext, LockModeType.NONE)
        .filter(each -> each.location().isPresent());
  }

  /** The bytes that were asked for. */
  StoredPiece piece(PartyCode cloud, PieceRequest request) {
    Optional<CloudAttachment> stored = stored(cloud, request.episode(), request.ciphertext());
    if (stored.isEmpty() || request.offset() >= stored.get().length()) {
      return found(request, Finding.UNKNOWN, 0, new byte[0]);
    }
    long length = stored.get().length();
    Optional<byte[]> piece = files().piece(request.ciphertext(), request.offset(), PIECE);
    if (piece.isEmpty()) {
      return found(request, Finding.MISSING, length, new byte[0]);
    }
    boolean whole = piece.get().length == Math.min(PIECE, length - request.offset());
    return whole
        ? found(request, Finding.INTACT, length, piece.get())
        : found(request, Finding.ALTERED, length, new byte[0]);
  }

  private static StoredPiece found(
      PieceRequest request, Finding finding, long length, byte[] piece) {
    return new StoredPiece(
        request.episode(),
        request.ciphertext(),
        finding,
        length,
        request.offset(),
        ByteString.of(piece));
  }

  private Optional<CloudAttachment> find(
      PartyCode cloud, RecordId episode, Digest ciphertext, LockModeType lock) {
    return Optional.ofNullable(
        entities.find(
            CloudAttachment.class,
            CloudAttachment.idOf(cloud.value(), episode.hex(), ciphertext.hex()),
            lock));
  }

  private CiphertextFiles files() {
    return new CiphertextFiles(settings.home().resolve("cloud"));
  }
}
