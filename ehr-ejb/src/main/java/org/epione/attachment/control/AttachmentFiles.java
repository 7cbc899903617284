package org.epione.attachment.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.epione.attachment.boundary.Attachment;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.hybrid.AeadKey;
import org.epione.crypto.hybrid.AttachmentContext;
import org.epione.crypto.hybrid.DecryptionFailedException;
import org.epione.crypto.hybrid.OpeningStream;
import org.epione.crypto.hybrid.SealingStream;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.secret.SecretBytes;
import org.epione.crypto.transcript.Digest;
import org.epione.crypto.transcript.StreamDigest;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.file.DurableFiles;
import org.epione.settings.Settings;

/**
 * The files of attachments, below {@code EPIONE_HOME/attachments}, none of them in the clear:
 * {@code uploads/ID/OFFSET} the slices of an upload, each a sealed stream of its own; {@code
 * sealed/DIGEST} complete sealed streams; {@code fetched/PARTY/DIGEST} such that came from a cloud.
 * Which of them belong to somebody, the database knows; others are removed.
 */
@ApplicationScoped
public class AttachmentFiles {

  private static final int BUFFER = 64 * 1024;

  /** What is left free on the disk for everything else. */
  private static final long RESERVE = 256L << 20;

  @Inject private Settings settings;
  @Inject private CryptoSuite suite;

  /** A file that was sealed. */
  record Sealed(Digest content, Digest ciphertext, long size) {}

  /** Work with files, whose failure is the server's trouble. */
  private interface FileWork<T> {
    T run() throws IOException;
  }

  Path uploads() {
    return folder().resolve("uploads");
  }

  Path sealed() {
    return folder().resolve("sealed");
  }

  /** The complete sealed stream of that digest. */
  Path sealed(Digest ciphertext) {
    return sealed().resolve(ciphertext.hex());
  }

  Path fetched(String party, Digest ciphertext) {
    return folder().resolve("fetched").resolve(party).resolve(ciphertext.hex());
  }

  private Path folder() {
    return settings.home().resolve("attachments");
  }

  /**
   * Refuses what would fill the disk: slices and sealed stream lie there together for a moment.
   *
   * @throws RefusedException EHR-3049
   */
  void requireRoomFor(long size) {
    long free =
        onDisk(() -> Files.getFileStore(Files.createDirectories(folder())).getUsableSpace());
    if (free < 2 * size + RESERVE) {
      throw new RefusedException(ErrorCode.ATTACHMENT_FOLDER);
    }
  }

  /** Seals a slice and puts it on disk. */
  void keepSlice(String upload, long offset, AeadKey key, byte[] slice) {
    onDisk(
        () -> {
          DurableFiles.write(
              slice(upload, offset),
              file -> {
                try (OutputStream out = Files.newOutputStream(file)) {
                  suite
                      .streamingAead()
                      .seal(key, place(upload, offset), new ByteArrayInputStream(slice), out);
                }
              });
          return offset;
        });
  }

  /** All slices as one file, in constant memory. */
  InputStream slices(String upload, AeadKey key, long size) {
    return new SliceStream(size, offset -> open(slice(upload, offset), key, place(upload, offset)));
  }

  private Path slice(String upload, long offset) {
    return uploads().resolve(upload).resolve("%016x".formatted(offset));
  }

  private static byte[] place(String upload, long offset) {
    return CanonicalWriter.of("epione.attachment.slice", 1)
        .fixed(ByteString.ofHex(upload).bytes(), 16)
        .u64(offset)
        .toByteArray();
  }

  /**
   * Seals a file as that attachment, puts it on disk and says what became of it.
   *
   * @throws RefusedException EHR-3047 if what was read is not what was kept
   */
  Sealed seal(InputStream file, AeadKey key, AttachmentContext context) {
    try {
      Path temporary = DurableFiles.temporary(sealed());
      try {
        Sealed sealed = seal(file, key, context, temporary);
        DurableFiles.publish(temporary, sealed(sealed.ciphertext()));
        return sealed;
      } finally {
        Files.deleteIfExists(temporary);
      }
    } catch (DecryptionFailedException | NoSuchFileException damaged) {
      throw new RefusedException(ErrorCode.ATTACHMENT_DAMAGED);
    } catch (IOException notWritten) {
      throw broken(notWritten);
    }
  }

  private Sealed seal(InputStream file, AeadKey key, AttachmentContext context, Path to)
      throws IOException {
    StreamDigest content = new StreamDigest();
    StreamDigest ciphertext = new StreamDigest();
    long size = 0;
    try (OutputStream out =
            new BufferedOutputStream(new Digesting(Files.newOutputStream(to), ciphertext), BUFFER);
        SealingStream sealing = suite.streamingAead().sealing(key, context.associatedData(), out)) {
      byte[] buffer = new byte[BUFFER];
      for (int n = file.read(buffer); n >= 0; n = file.read(buffer)) {
        content.update(buffer, 0, n);
        sealing.write(buffer, 0, n);
        size += n;
      }
      sealing.complete();
    }
    return new Sealed(content.finish(), ciphertext.finish(), size);
  }

  /** Whether the file has that digest, computed afresh. */
  boolean isIntact(Path file, Digest expected) {
    return onDisk(
        () -> {
          StreamDigest digest = new StreamDigest();
          try (InputStream in = Files.newInputStream(file)) {
            digest.update(in);
          } catch (NoSuchFileException gone) {
            return false;
          }
          return digest.finish().equals(expected);
        });
  }

  /**
   * Opens a sealed stream as that attachment of that record. All of it is read and compared first,
   * so that nobody gets the first byte of a file that is not the one that was signed.
   *
   * @throws RefusedException EHR-3047 if it is not
   */
  InputStream open(Path file, RecordId record, Attachment attachment) {
    byte[] context = new AttachmentContext(record, attachment.number()).associatedData();
    try (SecretBytes secret = SecretBytes.of(attachment.key().bytes());
        AeadKey key = suite.aead().restore(secret)) {
      boolean isThat =
          isIntact(file, attachment.ciphertext()) && isContent(file, key, context, attachment);
      if (!isThat) {
        throw new RefusedException(ErrorCode.ATTACHMENT_DAMAGED);
      }
      return open(file, key, context);
    } catch (IOException unreadable) {
      throw broken(unreadable);
    }
  }

  private boolean isContent(Path file, AeadKey key, byte[] context, Attachment attachment)
      throws IOException {
    StreamDigest digest = new StreamDigest();
    long size;
    try (InputStream in = open(file, key, context)) {
      size = digest.update(in);
    } catch (DecryptionFailedException other) {
      return false;
    }
    return size == attachment.size() && digest.finish().equals(attachment.content());
  }

  private OpeningStream open(Path file, AeadKey key, byte[] context) throws IOException {
    InputStream in = Files.newInputStream(file);
    boolean opened = false;
    try {
      OpeningStream stream = suite.streamingAead().opening(key, context, in);
      opened = true;
      return stream;
    } finally {
      if (!opened) {
        in.close();
      }
    }
  }

  /** Runs work with files; the server's trouble is told as such. */
  private static <T> T onDisk(FileWork<T> work) {
    try {
      return work.run();
    } catch (IOException failed) {
      throw broken(failed);
    }
  }

  static UncheckedIOException broken(IOException failed) {
    return new UncheckedIOException(
        ErrorCode.ATTACHMENT_FOLDER.code() + " the folder of attachments cannot be used", failed);
  }

  /** Digests what is written. */
  private static final class Digesting extends FilterOutputStream {
    private final StreamDigest digest;

    Digesting(OutputStream out, StreamDigest digest) {
      super(out);
      this.digest = digest;
    }

    @Override
    public void write(int value) throws IOException {
      write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      digest.update(bytes, offset, length);
      out.write(bytes, offset, length);
    }
  }
}
