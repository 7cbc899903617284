package org.epione.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.epione.crypto.random.RandomSource;

/**
 * The demonstration's accounts with their passphrases, in a file that only its owner can read. A
 * passphrase is on the disk before it is used, so that a run that was stopped can be taken up
 * again.
 */
public final class AccountBook {
  private static final String FILE = "demonstration-accounts.txt";
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  /** One line of the book. */
  public record Entry(String userName, String passphrase, String whose) {
    @Override
    public String toString() {
      return userName + ", " + whose;
    }
  }

  private final Path file;
  private final Passphrases passphrases;
  private final Map<String, Entry> entries = new LinkedHashMap<>();

  private AccountBook(Path file, RandomSource random) {
    this.file = file;
    this.passphrases = new Passphrases(random);
  }

  /** Opens the book in that folder, or begins one. */
  public static AccountBook in(Path home, RandomSource random) throws IOException {
    AccountBook book = new AccountBook(home.resolve(FILE), random);
    if (Files.exists(book.file)) {
      for (String line : Files.readAllLines(book.file, StandardCharsets.UTF_8)) {
        String[] columns = line.split("\t", -1);
        if (columns.length == 3 && !line.startsWith("#")) {
          book.entries.put(columns[0], new Entry(columns[0], columns[1], columns[2]));
        }
      }
    }
    return book;
  }

  /** The passphrase of an account, made and written down if it has none yet. */
  public String passphrase(String userName, String whose) throws IOException {
    Entry known = entries.get(userName);
    if (known != null) {
      return known.passphrase();
    }
    Entry entry = new Entry(userName, passphrases.next(), whose);
    entries.put(userName, entry);
    write();
    return entry.passphrase();
  }

  /** Writes down a passphrase that was chosen elsewhere. */
  public void enter(String userName, String passphrase, String whose) throws IOException {
    entries.put(userName, new Entry(userName, passphrase, whose));
    write();
  }

  /** All accounts, in the order in which they were made. */
  public List<Entry> entries() {
    return List.copyOf(entries.values());
  }

  /** Where the book is. */
  public Path file() {
    return file;
  }

  private void write() throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("# Accounts of the demonstration: user name, passphrase, whose. Not for real data.");
    for (Entry entry : entries.values()) {
      lines.add(entry.userName() + "\t" + entry.passphrase() + "\t" + entry.whose());
    }
    Files.createDirectories(file.toAbsolutePath().getParent());
    Path next = file.resolveSibling(FILE + ".next");
    Files.deleteIfExists(next);
    Files.createFile(next, ownerOnly());
    Files.write(next, lines, StandardCharsets.UTF_8, StandardOpenOption.SYNC);
    Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  private static FileAttribute<?>[] ownerOnly() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
        : new FileAttribute<?>[0];
  }
}
