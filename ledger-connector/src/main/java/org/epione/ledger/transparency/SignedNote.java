package org.epione.ledger.transparency;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.epione.crypto.codec.ByteString;

/**
 * Text with signatures (C2SP signed-note). What the text says counts only if a known key signed it,
 * which {@link NoteVerifier} finds out.
 *
 * @param text ends with a newline
 * @param signatures one for each signature line
 */
public record SignedNote(String text, List<Signature> signatures) {

  /** Longest note in bytes. */
  public static final int MAX_LENGTH = 65_536;

  private static final int MAX_SIGNATURES = 64;
  private static final Pattern LINE = Pattern.compile("\u2014 (\\S+) ([A-Za-z0-9+/=]+)");

  /**
   * A signature line.
   *
   * @param name of the key
   * @param value identifier of the key (4 bytes) and signature
   */
  public record Signature(String name, ByteString value) {

    /** The signature by this key. */
    static Signature of(NoteKey key, byte[] signature) {
      byte[] value =
          ByteBuffer.allocate(NoteKey.ID_LENGTH + signature.length)
              .put(key.id())
              .put(signature)
              .array();
      return new Signature(key.name(), ByteString.of(value));
    }

    /** Whether it claims to be by this key. */
    boolean claims(NoteKey key) {
      return name.equals(key.name())
          && Arrays.equals(Arrays.copyOf(value.bytes(), NoteKey.ID_LENGTH), key.id());
    }

    /** What follows the identifier. */
    byte[] signature() {
      byte[] bytes = value.bytes();
      return Arrays.copyOfRange(bytes, NoteKey.ID_LENGTH, bytes.length);
    }
  }

  /** Checks the form. */
  public SignedNote {
    signatures = List.copyOf(signatures);
    if (text.length() < 2 || !text.endsWith("\n")) {
      throw new MalformedNoteException("the text of a note ends with a newline");
    }
    if (signatures.isEmpty() || signatures.size() > MAX_SIGNATURES) {
      throw new MalformedNoteException("a note has 1 to " + MAX_SIGNATURES + " signatures");
    }
  }

  /**
   * Reads {@link #encode}.
   *
   * @throws MalformedNoteException if it is not a signed note
   */
  public static SignedNote parse(byte[] encoded) {
    if (encoded.length > MAX_LENGTH) {
      throw new MalformedNoteException("a note has at most " + MAX_LENGTH + " bytes");
    }
    String note = Notes.text(encoded);
    int blank = note.lastIndexOf("\n\n");
    if (blank < 0 || !note.endsWith("\n")) {
      throw new MalformedNoteException("a note is text, an empty line and signatures");
    }
    List<Signature> signatures =
        note.substring(blank + 2).lines().map(SignedNote::signature).toList();
    return new SignedNote(note.substring(0, blank + 1), signatures);
  }

  /** The same note with one more signature. */
  public SignedNote with(Signature signature) {
    List<Signature> more = new ArrayList<>(signatures);
    more.add(signature);
    return new SignedNote(text, more);
  }

  /**
   * The same note with the signature lines under this name alone.
   *
   * @throws MalformedNoteException if there is none
   */
  public SignedNote signedBy(String name) {
    return new SignedNote(
        text, signatures.stream().filter(signature -> signature.name().equals(name)).toList());
  }

  /** Whether one more signature line may be added. */
  public boolean hasRoom() {
    return signatures.size() < MAX_SIGNATURES;
  }

  /** The note as it is published, in UTF-8. */
  public byte[] encode() {
    StringBuilder note = new StringBuilder(text).append('\n');
    for (Signature signature : signatures) {
      note.append("\u2014 ")
          .append(signature.name())
          .append(' ')
          .append(Base64.getEncoder().encodeToString(signature.value().bytes()))
          .append('\n');
    }
    return note.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static Signature signature(String line) {
    Matcher matcher = LINE.matcher(line);
    if (!matcher.matches() || !NoteKey.isName(matcher.group(1))) {
      throw new MalformedNoteException("not a signature line");
    }
    byte[] value = Notes.base64(matcher.group(2));
    if (value.length <= NoteKey.ID_LENGTH) {
      throw new MalformedNoteException("a signature line without a signature");
    }
    return new Signature(matcher.group(1), ByteString.of(value));
  }
}
