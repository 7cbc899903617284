package org.epione.attachment.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.epione.attachment.boundary.Attachment;
import org.epione.attachment.boundary.AttachmentKind;
import org.epione.attachment.boundary.AttachmentName;
import org.epione.attachment.boundary.AttachmentOwner;
import org.epione.attachment.boundary.Download;
import org.epione.attachment.boundary.UploadView;
import org.epione.attachment.entity.AttachmentUpload;
import org.epione.attachment.entity.UploadState;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.hybrid.AeadKey;
import org.epione.crypto.hybrid.AttachmentContext;
import org.epione.crypto.hybrid.DecryptionFailedException;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.secret.SecretBytes;
import org.epione.crypto.transcript.Digest;
import org.epione.custody.boundary.KeySession;
import org.epione.custody.boundary.PersonKeys;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.settings.Settings;

/**
 * Uploads in slices. A slice is acknowledged when it is sealed and on disk and its row committed;
 * only the one that follows is taken, so each byte arrives once whatever is sent again. When all
 * are there the file is sealed as one stream under a fresh key. Slices and that key are under keys
 * sealed to the doctor: neither disk nor database open them.
 */
@ApplicationScoped
public class UploadWork {

  /** Bytes of each slice but the last. */
  public static final int SLICE = 4 << 20;

  private static final int MOST = 16;
  private static final String TAG_LABEL = "epione.attachment.slice";
  private static final int MAX_LINE = 512;

  @Inject private AttachmentStore store;
  @Inject private AttachmentFiles files;
  @Inject private CryptoSuite suite;
  @Inject private Settings settings;
  @Inject private Clock clock;
  @EJB private PersonKeys personKeys;

  /**
   * What of an unfinished upload is for the doctor alone.
   *
   * @param key of its slices
   * @param name as it was given
   * @param mediaType as it was given, may be empty
   */
  private record Begun(ByteString key, String name, String mediaType) {

    byte[] encode() {
      return CanonicalWriter.of("epione.attachment.begun", 1)
          .fixed(key.bytes(), AeadKey.LENGTH)
          .text(name)
          .text(mediaType)
          .toByteArray();
    }

    static Begun decode(byte[] encoded) {
      CanonicalReader in = CanonicalReader.of("epione.attachment.begun", 1, encoded);
      ByteString key = ByteString.of(in.fixed(AeadKey.LENGTH));
      String name = in.text(MAX_LINE);
      String mediaType = in.text(MAX_LINE);
      return in.end(() -> new Begun(key, name, mediaType));
    }

    /** Neither key nor name. */
    @Override
    public String toString() {
      return "Begun";
    }
  }

  /** Begins an upload; the caller holds the episode, so that numbers are given once. */
  public UploadView begin(
      KeySession session, AttachmentOwner owner, String name, String mediaType, long size) {
    Optional<AttachmentKind> announced = AttachmentKind.ofMediaType(mediaType);
    if (!mediaType.isBlank() && announced.isEmpty()) {
      throw new RefusedException(ErrorCode.ATTACHMENT_KIND);
    }
    if (size < 1 || size > mebibytes("epione.attachment.max.mebibytes", 1024)) {
      throw new RefusedException(ErrorCode.ATTACHMENT_SIZE);
    }
    List<AttachmentUpload> own = store.of(owner);
    long together = own.stream().mapToLong(AttachmentUpload::size).sum() + size;
    if (own.size() >= MOST || together > mebibytes("epione.attachment.part.mebibytes", 2048)) {
      throw new RefusedException(ErrorCode.ATTACHMENTS_TOO_MANY);
    }
    files.requireRoomFor(size);
    int number =
        1
            + store.ofEpisode(owner.episode()).stream()
                .mapToInt(AttachmentUpload::number)
                .max()
                .orElse(0);
    String id = ByteString.of(suite.random().bytes(16)).hex();
    Begun begun =
        new Begun(
            ByteString.of(suite.random().bytes(AeadKey.LENGTH)),
            announced
                .map(kind -> AttachmentName.safe(name, kind))
                .orElseGet(() -> AttachmentName.safe(name)),
            announced.map(AttachmentKind::mediaType).orElse(""));
    AttachmentUpload upload =
        new AttachmentUpload(
            id,
            owner.episode(),
            owner.account(),
            number,
            size,
            personKeys.sealForSelf(
                session, info(), place(owner, id, UploadState.UPLOADING), begun.encode()),
            clock.instant());
    store.add(upload);
    return view(session, owner, upload);
  }

  private long mebibytes(String setting, int otherwise) {
    return (long) settings.number(setting, otherwise, 1, otherwise) << 20;
  }

  /** The owner's uploads, by number. */
  public List<UploadView> all(KeySession session, AttachmentOwner owner) {
    return store.of(owner).stream().map(upload -> view(session, owner, upload)).toList();
  }

  private UploadView view(KeySession session, AttachmentOwner owner, AttachmentUpload upload) {
    if (upload.state() == UploadState.COMPLETE) {
      Optional<Attachment> attachment = attachment(session, owner, upload);
      return view(
          upload,
          attachment.map(Attachment::name).orElse(""),
          attachment.map(each -> each.kind().mediaType()).orElse(""),
          attachment.isPresent());
    }
    Optional<Begun> begun = begun(session, owner, upload);
    return view(
        upload,
        begun.map(Begun::name).orElse(""),
        begun.map(Begun::mediaType).orElse(""),
        begun.isPresent());
  }

  private static UploadView view(
      AttachmentUpload upload, String name, String mediaType, boolean readable) {
    return new UploadView(
        upload.id(),
        upload.number(),
        name,
        mediaType,
        upload.size(),
        upload.received(),
        SLICE,
        upload.state() == UploadState.COMPLETE,
        readable);
  }

  /**
   * Takes the next slice.
   *
   * @param announced SHA-256 of the slice in hex, as its sender computed it
   */
  public UploadView append(
      KeySession session,
      AttachmentOwner owner,
      String id,
      long offset,
      String announced,
      byte[] slice) {
    AttachmentUpload upload = uploading(owner, id);
    if (offset != upload.received()) {
      throw new RefusedException(ErrorCode.UPLOAD_OUT_OF_STEP);
    }
    Digest digest = Digest.of(slice);
    if (slice.length != Math.min(SLICE, upload.size() - offset)
        || slice.length == 0
        || !digest.hex().equals(announced)) {
      throw new RefusedException(ErrorCode.SLICE_DAMAGED);
    }
    Begun begun = opened(session, owner, upload);
    if (offset == 0) {
      kind(begun, slice);
    }
    try (AeadKey key = key(begun.key())) {
      files.keepSlice(id, offset, key, slice);
      upload.received(slice.length, tag(key, offset, digest), clock.instant());
    }
    return view(session, owner, upload);
  }

  /** What the file is, which must be what was announced. */
  private static AttachmentKind kind(Begun begun, byte[] head) {
    return AttachmentKind.of(head)
        .filter(kind -> begun.mediaType().isEmpty() || begun.mediaType().equals(kind.mediaType()))
        .orElseThrow(() -> new RefusedException(ErrorCode.ATTACHMENT_KIND));
  }

  /** Bound to the place; a digest alone would let who reads the database recognise a file. */
  private byte[] tag(AeadKey key, long offset, Digest digest) {
    return suite
        .mac()
        .tag(
            key,
            TAG_LABEL,
            CanonicalWriter.of("epione.attachment.slice-tag", 1)
                .u64(offset)
                .fixed(digest.bytes(), Digest.LENGTH)
                .toByteArray());
  }

  /** Refuses to go on with another file than was begun. */
  public UploadView resume(
      KeySession session, AttachmentOwner owner, String id, List<String> digests) {
    AttachmentUpload upload = uploading(owner, id);
    Begun begun = opened(session, owner, upload);
    byte[] tags = upload.sliceTags();
    try (AeadKey key = key(begun.key())) {
      ByteArrayOutputStream expected = new ByteArrayOutputStream();
      for (int i = 0; i < digests.size() && expected.size() < tags.length; i++) {
        expected.writeBytes(tag(key, (long) i * SLICE, digest(digests.get(i))));
      }
      if (!Arrays.equals(expected.toByteArray(), tags)
          || digests.size() * (long) SLICE < upload.received()) {
        throw new RefusedException(ErrorCode.OTHER_FILE);
      }
    }
    return view(session, owner, upload);
  }

  private static Digest digest(String hex) {
    try {
      return Digest.ofHex(hex);
    } catch (IllegalArgumentException | MalformedEncodingException none) {
      throw new RefusedException(ErrorCode.OTHER_FILE);
    }
  }

  /** Seals what has arrived as one stream; asked again it changes nothing. */
  public UploadView complete(KeySession session, AttachmentOwner owner, String id) {
    AttachmentUpload upload = known(owner, id);
    if (upload.state() == UploadState.COMPLETE) {
      return view(session, owner, upload);
    }
    if (upload.received() != upload.size()) {
      throw new RefusedException(ErrorCode.UPLOAD_UNFINISHED);
    }
    Begun begun = opened(session, owner, upload);
    Attachment attachment = sealed(upload, begun);
    upload.complete(
        personKeys.sealForSelf(
            session, info(), place(owner, id, UploadState.COMPLETE), encode(attachment)),
        attachment.ciphertext().hex(),
        clock.instant());
    return view(session, owner, upload);
  }

  private Attachment sealed(AttachmentUpload upload, Begun begun) {
    byte[] random = suite.random().bytes(AeadKey.LENGTH);
    ByteString fresh = ByteString.of(random);
    Arrays.fill(random, (byte) 0);
    AttachmentContext context =
        new AttachmentContext(RecordId.ofHex(upload.episodeId()), upload.number());
    try (AeadKey slices = key(begun.key());
        AeadKey content = key(fresh)) {
      AttachmentKind kind;
      try (InputStream head = files.slices(upload.id(), slices, upload.size())) {
        kind = kind(begun, head.readNBytes(AttachmentKind.HEAD));
      }
      try (InputStream file = files.slices(upload.id(), slices, upload.size())) {
        AttachmentFiles.Sealed sealed = files.seal(file, content, context);
        if (sealed.size() != upload.size()) {
          throw new RefusedException(ErrorCode.ATTACHMENT_DAMAGED);
        }
        return new Attachment(
            upload.number(),
            AttachmentName.safe(begun.name(), kind),
            kind,
            sealed.size(),
            sealed.content(),
            sealed.ciphertext(),
            fresh);
      }
    } catch (DecryptionFailedException | IOException damaged) {
      throw new RefusedException(ErrorCode.ATTACHMENT_DAMAGED);
    }
  }

  /** Removes an upload, complete or not; the files follow. */
  public void remove(AttachmentOwner owner, String id) {
    store.remove(known(owner, id));
  }

  /** What belongs to the part as it stands: complete, by number, and readable. */
  public List<Attachment> attached(KeySession session, AttachmentOwner owner) {
    return store.of(owner).stream()
        .filter(upload -> upload.state() == UploadState.COMPLETE)
        .flatMap(upload -> attachment(session, owner, upload).stream())
        .toList();
  }

  /**
   * Refuses to let be signed what is not all there, just as it was sealed.
   *
   * @throws RefusedException EHR-3046 or EHR-3047
   */
  public void requireReady(KeySession session, AttachmentOwner owner) {
    for (AttachmentUpload upload : store.of(owner)) {
      if (upload.state() != UploadState.COMPLETE) {
        throw new RefusedException(ErrorCode.UPLOAD_UNFINISHED);
      }
      Attachment attachment =
          attachment(session, owner, upload)
              .orElseThrow(() -> new RefusedException(ErrorCode.UPLOAD_UNFINISHED));
      requireKept(attachment);
    }
  }

  /** Refuses what is not here as it was sealed. */
  public void requireKept(Attachment attachment) {
    if (!files.isIntact(files.sealed(attachment.ciphertext()), attachment.ciphertext())) {
      throw new RefusedException(ErrorCode.ATTACHMENT_DAMAGED);
    }
  }

  /** Opens one of the sealed streams that are kept here. */
  public Download open(String episode, Attachment attachment) {
    return new Download(
        attachment.name(),
        attachment.kind().mediaType(),
        attachment.size(),
        files.open(files.sealed(attachment.ciphertext()), RecordId.ofHex(episode), attachment));
  }

  /** Removes the uploads of all but these doctors. */
  public void keepOnly(String episode, List<String> accounts) {
    store.ofEpisode(episode).stream()
        .filter(upload -> !accounts.contains(upload.doctorAccount()))
        .forEach(store::remove);
  }

  private AttachmentUpload known(AttachmentOwner owner, String id) {
    return store.lock(owner, id).orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND));
  }

  private AttachmentUpload uploading(AttachmentOwner owner, String id) {
    AttachmentUpload upload = known(owner, id);
    if (upload.state() != UploadState.UPLOADING) {
      throw new RefusedException(ErrorCode.UPLOAD_OUT_OF_STEP);
    }
    return upload;
  }

  private Begun opened(KeySession session, AttachmentOwner owner, AttachmentUpload upload) {
    return begun(session, owner, upload)
        .orElseThrow(() -> new RefusedException(ErrorCode.UPLOAD_UNFINISHED));
  }

  private Optional<Begun> begun(
      KeySession session, AttachmentOwner owner, AttachmentUpload upload) {
    try {
      return Optional.of(Begun.decode(open(session, owner, upload)));
    } catch (DecryptionFailedException | MalformedEncodingException foreign) {
      return Optional.empty();
    }
  }

  private Optional<Attachment> attachment(
      KeySession session, AttachmentOwner owner, AttachmentUpload upload) {
    try {
      CanonicalReader in =
          CanonicalReader.of("epione.attachment.complete", 1, open(session, owner, upload));
      Attachment attachment = Attachment.read(in);
      in.end();
      return Optional.of(attachment).filter(each -> each.number() == upload.number());
    } catch (DecryptionFailedException | MalformedEncodingException foreign) {
      return Optional.empty();
    }
  }

  private static byte[] encode(Attachment attachment) {
    CanonicalWriter to = CanonicalWriter.of("epione.attachment.complete", 1);
    attachment.write(to);
    return to.toByteArray();
  }

  private byte[] open(KeySession session, AttachmentOwner owner, AttachmentUpload upload) {
    return personKeys.openOwn(
        session, info(), place(owner, upload.id(), upload.state()), upload.sealed());
  }

  private AeadKey key(ByteString bytes) {
    try (SecretBytes secret = SecretBytes.of(bytes.bytes())) {
      return suite.aead().restore(secret);
    }
  }

  /** HPKE info; the place is in the associated data. */
  private static byte[] info() {
    return CanonicalWriter.of("epione.attachment.seal", 1).toByteArray();
  }

  private static byte[] place(AttachmentOwner owner, String id, UploadState state) {
    return CanonicalWriter.of("epione.attachment.place", 1)
        .fixed(ByteString.ofHex(owner.episode()).bytes(), 16)
        .fixed(ByteString.ofHex(id).bytes(), 16)
        .text(state.name())
        .toByteArray();
  }
}
