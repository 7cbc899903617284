package org.epione.record.boundary;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.epione.attachment.boundary.Attachment;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.codec.Header;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.scheme.multisig.Statement;

/**
 * The finished record of an episode as it is encrypted to the patient: why she came and what each
 * doctor wrote, in order. Against {@link Contribution}, which is one doctor's part, this is the
 * whole document; its entries are checked against the signed statements on the chain.
 *
 * @param episode the episode's identifier, 16 bytes
 * @param reference the hospital's human-readable reference
 * @param hospital the hospital's code
 * @param complaint the chief complaint
 * @param symptomCode the coded symptom, which is also the searchable tag
 * @param entries one per doctor, in the order of signing
 * @param leftOut doctors of the team who did not sign in the end, as the patient agreed
 * @param appends of an addendum, the record that it adds to, which each entry names too
 */
public record Composition(
    ByteString episode,
    String reference,
    String hospital,
    String complaint,
    String symptomCode,
    List<Entry> entries,
    List<LeftOut> leftOut,
    Optional<AppendedRecord> appends) {

  /** Longest encoding in bytes. */
  public static final int MAX_ENCODED = 8 * (Contribution.MAX_ENCODED + 512) + 300_000;

  private static final String TAG = "epione.composition";
  private static final int MAX_LINE = 256;
  private static final int MAX_COMPLAINT = 4096;
  private static final int MAX_REASON = 4000;
  private static final int MAX_LEFT_OUT = 64;
  private static final int WHOLE_TEAM = 1;
  private static final int CHANGED_TEAM = 2;
  private static final int ADDENDUM = 3;

  /**
   * One doctor's part.
   *
   * @param authorName the name as the hospital showed it at the time
   * @param signedAt the time in the signed statement
   */
  public record Entry(Contribution contribution, String authorName, Instant signedAt) {
    /** Never the text. */
    @Override
    public String toString() {
      return "Entry " + contribution.position();
    }
  }

  /**
   * A doctor without whom the team went on.
   *
   * @param place which she had in the order of then
   * @param authorName the name as the hospital showed it at the time
   * @param at when the team changed
   */
  public record LeftOut(int place, String authorName, Instant at, String reason) {
    /** Never why. */
    @Override
    public String toString() {
      return "LeftOut " + place;
    }
  }

  /** The record of a team that nobody left, which adds to no other. */
  public Composition(
      ByteString episode,
      String reference,
      String hospital,
      String complaint,
      String symptomCode,
      List<Entry> entries) {
    this(
        episode, reference, hospital, complaint, symptomCode, entries, List.of(), Optional.empty());
  }

  public Composition {
    entries = List.copyOf(entries);
    leftOut = List.copyOf(leftOut);
    if (entries.isEmpty() || entries.size() > 8) {
      throw new IllegalArgumentException("a composition has 1 to 8 entries");
    }
    Set<Integer> numbers = new HashSet<>();
    for (int i = 0; i < entries.size(); i++) {
      Contribution part = entries.get(i).contribution();
      if (part.position() != i + 1 || !part.episode().equals(episode)) {
        throw new IllegalArgumentException("an entry is out of order or of another episode");
      }
      if (!part.appends().equals(appends.map(AppendedRecord::diagnosis))) {
        throw new IllegalArgumentException("an entry adds to another record");
      }
      if (!part.attachments().stream().allMatch(each -> numbers.add(each.number()))) {
        throw new IllegalArgumentException("two attachments have one number");
      }
    }
  }

  /**
   * Whether each entry is exactly what its author signed, at that time and place, and none is
   * missing: to be asked by every reader, with the statements that are on the chain.
   */
  public boolean isWhatWasSigned(List<Statement> statements) {
    if (statements.size() != entries.size()) {
      return false;
    }
    for (int i = 0; i < entries.size(); i++) {
      Statement statement = statements.get(i);
      Contribution part = entries.get(i).contribution();
      boolean same =
          part.digest().equals(statement.content())
              && part.position() == statement.position()
              && part.author().equals(ByteString.of(statement.signer().bytes()))
              && part.episode().equals(ByteString.of(statement.episode().bytes()))
              && entries.get(i).signedAt().equals(statement.time());
      if (!same) {
        return false;
      }
    }
    return true;
  }

  /** All attachments, in the order of the entries. */
  public List<Attachment> attachments() {
    return entries.stream().flatMap(entry -> entry.contribution().attachments().stream()).toList();
  }

  /** The attachment of that number. */
  public Optional<Attachment> attachment(int number) {
    return attachments().stream().filter(each -> each.number() == number).findFirst();
  }

  /** The canonical encoding. */
  public byte[] encode() {
    int version = version();
    CanonicalWriter to = CanonicalWriter.of(TAG, version);
    to.fixed(episode.bytes(), 16)
        .text(reference)
        .text(hospital)
        .text(complaint)
        .text(symptomCode)
        .list(
            entries,
            (out, entry) ->
                out.bytes(entry.contribution().encode())
                    .text(entry.authorName())
                    .instant(entry.signedAt()));
    if (version != WHOLE_TEAM) {
      to.list(
          leftOut,
          (out, each) ->
              out.u8(each.place()).text(each.authorName()).instant(each.at()).text(each.reason()));
    }
    appends.ifPresent(record -> record.write(to));
    return to.toByteArray();
  }

  private int version() {
    if (appends.isPresent()) {
      return ADDENDUM;
    }
    return leftOut.isEmpty() ? WHOLE_TEAM : CHANGED_TEAM;
  }

  /** Reads back {@link #encode}. */
  public static Composition decode(byte[] encoded) {
    int version = Math.min(Header.of(encoded).version(), ADDENDUM);
    CanonicalReader in = CanonicalReader.of(TAG, version, encoded);
    ByteString episode = ByteString.of(in.fixed(16));
    String reference = in.text(MAX_LINE);
    String hospital = in.text(MAX_LINE);
    String complaint = in.text(MAX_COMPLAINT);
    String symptomCode = in.text(MAX_LINE);
    List<Entry> entries =
        in.list(
            8,
            each ->
                new Entry(
                    Contribution.decode(each.bytes(Contribution.MAX_ENCODED)),
                    each.text(MAX_LINE),
                    each.instant()));
    List<LeftOut> leftOut =
        version == WHOLE_TEAM ? List.of() : in.list(MAX_LEFT_OUT, Composition::leftOut);
    if (version == CHANGED_TEAM && leftOut.isEmpty()) {
      throw new MalformedEncodingException(TAG + ": of a whole team it has version 1");
    }
    Optional<AppendedRecord> appends =
        version == ADDENDUM ? Optional.of(AppendedRecord.read(in)) : Optional.empty();
    return in.end(
        () ->
            new Composition(
                episode, reference, hospital, complaint, symptomCode, entries, leftOut, appends));
  }

  private static LeftOut leftOut(CanonicalReader from) {
    return new LeftOut(from.u8(), from.text(MAX_LINE), from.instant(), from.text(MAX_REASON));
  }

  /** Never what is in it. */
  @Override
  public String toString() {
    return "Composition of " + entries.size() + " entries";
  }
}
