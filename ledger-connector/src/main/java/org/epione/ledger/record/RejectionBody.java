package org.epione.ledger.record;

import java.util.Optional;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.codec.Header;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.identity.KeyLengths;
import org.epione.ledger.identity.Pid;

/**
 * A doctor signed a record that the rules refuse through that doctor's own fault. The signature
 * proves that it was this doctor, without the refused content: nobody can lower another's credit.
 *
 * @param author the doctor who signed
 * @param content digest of the refused record's content
 * @param signature that doctor's BLS signature over {@link RecordContent#toSign(Pid, Pid, Digest)},
 *     48 bytes
 * @param reason code of the rule broken: 1 to 32 of A-Z, 0-9, - and _
 * @param episode the episode of a refused diagnosis, where the doctor signed it with the key of her
 *     place in that team, which is not hers any more
 */
public record RejectionBody(
    Pid author, Digest content, ByteString signature, String reason, Optional<RecordId> episode)
    implements RecordBody {

  private static final String TAG = "epione.rejection";
  private static final int PLAIN = 1;
  private static final int WITH_EPISODE = 2;

  /** Checks the form. */
  public RejectionBody {
    KeyLengths.require(signature, KeyLengths.BLS_SIGNATURE, "a BLS signature");
    RecordFields.requireCode(reason, "reason");
  }

  /** A rejection of what the doctor signed with the key that she has. */
  public RejectionBody(Pid author, Digest content, ByteString signature, String reason) {
    this(author, content, signature, reason, Optional.empty());
  }

  @Override
  public RecordType type() {
    return RecordType.REJECTION;
  }

  @Override
  public byte[] encode() {
    CanonicalWriter to = CanonicalWriter.of(TAG, episode.isPresent() ? WITH_EPISODE : PLAIN);
    author.write(to);
    RecordFields.digest(to, content);
    to.fixed(signature.bytes(), KeyLengths.BLS_SIGNATURE).text(reason);
    episode.ifPresent(id -> RecordFields.episode(to, id));
    return to.toByteArray();
  }

  /** Reads what {@link #encode} wrote. */
  public static RejectionBody decode(byte[] encoded) {
    int version = Header.of(encoded).version() == WITH_EPISODE ? WITH_EPISODE : PLAIN;
    return CanonicalReader.decode(
        TAG,
        version,
        encoded,
        from ->
            new RejectionBody(
                Pid.read(from),
                RecordFields.digest(from),
                RecordFields.fixed(from, KeyLengths.BLS_SIGNATURE),
                from.text(RecordFields.MAX_CODE),
                version == WITH_EPISODE
                    ? Optional.of(RecordFields.episode(from))
                    : Optional.empty()));
  }
}
