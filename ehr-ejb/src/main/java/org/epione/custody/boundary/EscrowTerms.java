package org.epione.custody.boundary;

import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.transcript.Digest;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;

/**
 * What two shares of a person's key belong to, bound into the sealing of both: shares of two
 * people, epochs, purposes or escrows do not go together. Encoded ({@code epione.escrow}, 1).
 *
 * @param epoch of the key that is divided; each change of password begins the next, from 1
 * @param hospital that holds one share
 * @param second the party that holds the other
 * @param hospitalShare commitment to the hospital's share
 * @param secondShare commitment to the other
 */
public record EscrowTerms(
    EscrowPurpose purpose,
    AccountId account,
    long epoch,
    PartyCode hospital,
    PartyCode second,
    Digest hospitalShare,
    Digest secondShare) {

  /** Most bytes of an encoding. */
  public static final int MAX_LENGTH = 512;

  private static final String TAG = "epione.escrow";
  private static final int MAX_NAME = 36;

  public EscrowTerms {
    if (epoch < 1) {
      throw new IllegalArgumentException("epochs begin with 1");
    }
    if (hospital.equals(second)) {
      throw new IllegalArgumentException("two shares have two holders");
    }
  }

  /** The canonical encoding. */
  public byte[] encode() {
    return CanonicalWriter.of(TAG, 1)
        .text(purpose.name())
        .text(account.toString())
        .u64(epoch)
        .text(hospital.value())
        .text(second.value())
        .fixed(hospitalShare.bytes(), Digest.LENGTH)
        .fixed(secondShare.bytes(), Digest.LENGTH)
        .toByteArray();
  }

  /**
   * Reads what {@link #encode} wrote.
   *
   * @throws org.epione.crypto.codec.MalformedEncodingException for anything else
   */
  public static EscrowTerms decode(byte[] encoded) {
    return CanonicalReader.decode(
        TAG,
        1,
        encoded,
        in ->
            new EscrowTerms(
                EscrowPurpose.valueOf(in.text(MAX_NAME)),
                AccountId.of(in.text(MAX_NAME)),
                in.u64(),
                new PartyCode(in.text(MAX_NAME)),
                new PartyCode(in.text(MAX_NAME)),
                Digest.decode(in.fixed(Digest.LENGTH)),
                Digest.decode(in.fixed(Digest.LENGTH))));
  }

  /** The commitment to the share of that holder. */
  public Digest shareOf(PartyCode holder) {
    if (holder.equals(hospital)) {
      return hospitalShare;
    }
    if (holder.equals(second)) {
      return secondShare;
    }
    throw new IllegalArgumentException("holds no share");
  }
}
