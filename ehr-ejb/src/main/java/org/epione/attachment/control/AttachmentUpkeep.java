package org.epione.attachment.control;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.epione.attachment.entity.AttachmentUpload;
import org.epione.attachment.entity.FetchedAttachment;
import org.epione.crypto.transcript.Digest;
import org.epione.platform.file.DurableFiles;

/**
 * Removes uploads that nobody goes on with, fetched streams that nobody uses, and files that belong
 * to nothing in the database: those of removed uploads, and what a crash left.
 */
@Singleton
@PermitAll
public class AttachmentUpkeep {

  /** How long an unfinished upload is kept after its last slice. */
  static final Duration ABANDONED = Duration.ofDays(7);

  private static final Duration UNUSED = Duration.ofHours(1);

  /** A file may be there a while before the row that it belongs to is committed. */
  private static final Duration YOUNG = Duration.ofHours(1);

  @Inject private AttachmentStore store;
  @Inject private AttachmentFiles files;
  @Inject private Clock clock;

  /** Looks every ten minutes; nothing depends on its being on time. */
  @Schedule(hour = "*", minute = "*/10", second = "17", persistent = false)
  public void removeWhatIsOver() {
    Instant now = clock.instant();
    List<AttachmentUpload> abandoned = store.abandoned(now.minus(ABANDONED));
    abandoned.forEach(store::remove);
    for (FetchedAttachment fetched : store.unused(now.minus(UNUSED))) {
      store.remove(fetched);
      remove(file(fetched));
    }
    List<String> over = abandoned.stream().map(AttachmentUpload::id).toList();
    removeStray(files.uploads(), now, name -> !over.contains(name) && store.isUploading(name));
    removeStray(files.sealed(), now, store::isKept);
  }

  private Path file(FetchedAttachment fetched) {
    String party = fetched.id().substring(0, fetched.id().indexOf(':'));
    return files.fetched(party, Digest.ofHex(fetched.digest()));
  }

  private static void removeStray(Path folder, Instant now, Predicate<String> isNeeded) {
    try {
      for (Path each : DurableFiles.in(folder)) {
        if (isOld(each, now) && !isNeeded.test(each.getFileName().toString())) {
          DurableFiles.remove(each);
        }
      }
    } catch (IOException failed) {
      throw AttachmentFiles.broken(failed);
    }
  }

  private static boolean isOld(Path file, Instant now) throws IOException {
    try {
      return Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(YOUNG));
    } catch (NoSuchFileException gone) {
      return false;
    }
  }

  private static void remove(Path file) {
    try {
      DurableFiles.remove(file);
    } catch (IOException failed) {
      throw AttachmentFiles.broken(failed);
    }
  }
}
