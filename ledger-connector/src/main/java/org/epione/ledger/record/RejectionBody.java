package org.epione.ledger.record;

import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
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
 */
public record RejectionBody(Pid author, Digest content, ByteString signature, String reason)
    implements RecordBody {

  private static final String TAG = "epione.rejection";

  /** Checks the form. */
  public RejectionBody {
    KeyLengths.require(signature, KeyLengths.BLS_SIGNATURE, "a BLS signature");
    RecordFields.requireCode(reason, "reason");
  }

  @Override
  public RecordType type() {
    return RecordType.REJECTION;
  }

  @Override
  public byte[] encode() {
    CanonicalWriter to = CanonicalWriter.of(TAG, 1);
    author.write(to);
    RecordFields.digest(to, content);
    return to.fixed(signature.bytes(), KeyLengths.BLS_SIGNATURE).text(reason).toByteArray();
  }

  /** Reads what {@link #encode} wrote. */
  public static RejectionBody decode(byte[] encoded) {
    return CanonicalReader.decode(
        TAG,
        1,
        encoded,
        from ->
            new RejectionBody(
                Pid.read(from),
                RecordFields.digest(from),
                RecordFields.fixed(from, KeyLengths.BLS_SIGNATURE),
                from.text(RecordFields.MAX_CODE)));
  }
}
