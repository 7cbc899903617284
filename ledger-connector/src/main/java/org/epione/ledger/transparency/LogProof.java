package org.epione.ledger.transparency;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.merkle.InclusionProof;
import org.epione.ledger.merkle.MerkleTree;

/**
 * A file that proves, without asking anybody, that a record stands in a log (C2SP tlog-proof): the
 * record itself as extra data, its index, the path to the root, and the checkpoint with all its
 * signatures.
 *
 * @param record the encoded record; the leaf
 * @param index of the record in the log, from 0
 * @param path the sibling hashes from the leaf upwards
 * @param checkpoint a signed head of the log that covers the record
 */
public record LogProof(ByteString record, long index, List<Digest> path, SignedNote checkpoint) {

  /** Longest file in bytes. */
  public static final int MAX_LENGTH = 262_144;

  private static final String FIRST_LINE = "c2sp.org/tlog-proof@v1";
  private static final String EXTRA = "extra ";
  private static final String INDEX = "index ";

  /** Checks that the index is within the tree. */
  public LogProof {
    path = List.copyOf(path);
    if (index < 0
        || index >= Checkpoint.parse(checkpoint.text()).size()
        || path.size() > InclusionProof.MAX_PATH) {
      throw new MalformedNoteException("the record is not within the checkpoint");
    }
  }

  /**
   * Reads {@link #encode}; whether the proof holds, {@link #holds} tells.
   *
   * @throws MalformedNoteException if it is not a proof with a record
   */
  public static LogProof parse(byte[] file) {
    if (file.length > MAX_LENGTH) {
      throw new MalformedNoteException("a proof has at most " + MAX_LENGTH + " bytes");
    }
    String text = Notes.text(file);
    int blank = text.indexOf("\n\n");
    if (blank < 0) {
      throw new MalformedNoteException("a proof is hashes, an empty line and a checkpoint");
    }
    List<String> lines = Arrays.asList(text.substring(0, blank).split("\n", -1));
    if (lines.size() < 3
        || !lines.get(0).equals(FIRST_LINE)
        || !lines.get(1).startsWith(EXTRA)
        || !lines.get(2).startsWith(INDEX)) {
      throw new MalformedNoteException("a proof begins with " + FIRST_LINE + ", extra and index");
    }
    List<Digest> path = new ArrayList<>();
    lines.subList(3, lines.size()).forEach(line -> path.add(Notes.digest(line)));
    return new LogProof(
        ByteString.of(Notes.base64(lines.get(1).substring(EXTRA.length()))),
        Notes.number(lines.get(2).substring(INDEX.length())),
        path,
        SignedNote.parse(text.substring(blank + 2).getBytes(StandardCharsets.UTF_8)));
  }

  /** Whether the record stands at the index of the tree whose head this log signed. */
  public boolean holds(NoteVerifier verifier, NoteKey log) {
    Checkpoint head = head();
    return verifier.isSigned(checkpoint, log)
        && head.origin().equals(log.name())
        && new InclusionProof(index, head.size(), path)
            .proves(MerkleTree.leafHash(record.bytes()), head.root());
  }

  /** The head of the log that the proof leads to. */
  public Checkpoint head() {
    return Checkpoint.parse(checkpoint.text());
  }

  /** The file. */
  public byte[] encode() {
    StringBuilder file = new StringBuilder(FIRST_LINE).append('\n');
    file.append(EXTRA).append(Base64.getEncoder().encodeToString(record.bytes())).append('\n');
    file.append(INDEX).append(index).append('\n');
    path.forEach(hash -> file.append(Notes.base64(hash)).append('\n'));
    file.append('\n').append(new String(checkpoint.encode(), StandardCharsets.UTF_8));
    return file.toString().getBytes(StandardCharsets.UTF_8);
  }
}
