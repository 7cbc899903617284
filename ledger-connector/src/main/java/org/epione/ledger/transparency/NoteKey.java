package org.epione.ledger.transparency;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.identity.PartyIdentity;
import org.epione.ledger.identity.Pid;

/**
 * Whose signature counts on a note: a name, an Ed25519 key and what it signs as (C2SP signed-note).
 * A party signs notes with its only signing key. No note can be taken for anything else that it
 * signs, and the other way round: what it signs otherwise begins with the length of a tag, at most
 * 64, while what is signed here begins with a letter, which is above 64.
 *
 * @param name unique name without spaces and plus signs
 * @param role as what it signs
 * @param publicKey 32 bytes
 */
public record NoteKey(String name, Role role, ByteString publicKey) {

  /** Length of a key's identifier in a signature line, in bytes. */
  static final int ID_LENGTH = 4;

  private static final int KEY_LENGTH = 32;
  private static final int UNIQUE_DIGITS = 16;

  /** As what a key signs. */
  public enum Role {
    /** Ed25519 over the text: a log its heads, an auditing body its reports. */
    LOG(1),
    /** A witness: Ed25519 over time and text (C2SP tlog-cosignature). */
    WITNESS(4);

    private final int type;

    Role(int type) {
      this.type = type;
    }
  }

  /** Checks name and length. */
  public NoteKey {
    if (!isName(name) || publicKey.size() != KEY_LENGTH) {
      throw new IllegalArgumentException("no key of a note");
    }
  }

  /**
   * The key of a party: its name is {@code epione/CODE/} and the first 16 hexadecimal digits of the
   * digest of its pseudo-identity, so that two parties that call themselves alike differ.
   */
  public static NoteKey of(PartyIdentity party, Role role) {
    return new NoteKey(
        "epione/" + party.code() + "/" + unique(party.pid()), role, party.signingKey());
  }

  /** Whether it is named as a key of a party that has this code. */
  public boolean isNamedAfter(String code) {
    return name.startsWith("epione/" + code + "/");
  }

  /** Whether it is named as a key of the party with this pseudo-identity. */
  public boolean isOf(Pid party) {
    return name.endsWith("/" + unique(party));
  }

  private static String unique(Pid party) {
    return Digest.of(party.bytes()).hex().substring(0, UNIQUE_DIGITS);
  }

  /**
   * Reads {@link #text}.
   *
   * @throws MalformedNoteException if it is not a key, or its identifier does not fit
   */
  public static NoteKey parse(String text) {
    String[] parts = text.strip().split("\\+", 3);
    if (parts.length != 3 || !isName(parts[0])) {
      throw new MalformedNoteException("a key is written as name+identifier+key");
    }
    byte[] key = Notes.base64(parts[2]);
    if (key.length == 1 + KEY_LENGTH) {
      for (Role role : Role.values()) {
        NoteKey candidate =
            new NoteKey(parts[0], role, ByteString.of(Arrays.copyOfRange(key, 1, 1 + KEY_LENGTH)));
        if (key[0] == role.type && candidate.text().equals(text.strip())) {
          return candidate;
        }
      }
    }
    throw new MalformedNoteException("no Ed25519 key, or its identifier does not fit");
  }

  /** The key as others configure it: {@code name+identifier+base64(type, key)}. */
  public String text() {
    return name
        + "+"
        + HexFormat.of().formatHex(id())
        + "+"
        + Base64.getEncoder().encodeToString(typed());
  }

  /** What stands before its signatures, 4 bytes. */
  byte[] id() {
    byte[] start = (name + "\n").getBytes(StandardCharsets.UTF_8);
    return Arrays.copyOf(Digest.ofConcatenation(start, typed()).bytes(), ID_LENGTH);
  }

  private byte[] typed() {
    ByteArrayOutputStream typed = new ByteArrayOutputStream();
    typed.write(role.type);
    typed.writeBytes(publicKey.bytes());
    return typed.toByteArray();
  }

  static boolean isName(String name) {
    return !name.isEmpty()
        && name.codePoints()
            .noneMatch(
                c -> c == '+' || c < 0x20 || Character.isWhitespace(c) || Character.isSpaceChar(c));
  }
}
