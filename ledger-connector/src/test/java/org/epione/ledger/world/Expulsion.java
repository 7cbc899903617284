package org.epione.ledger.world;

import java.util.stream.IntStream;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.record.RecordContent;
import org.epione.ledger.record.RejectionBody;
import org.epione.ledger.state.RejectionReason;

/** What it takes for a doctor to be expelled. */
public final class Expulsion {

  private static final int REJECTIONS = 5;

  private Expulsion() {}

  /** The rejections after which the doctor is below the floor. */
  public static LedgerRecord[] of(World world, Doctor doctor) {
    return IntStream.range(0, REJECTIONS)
        .mapToObj(number -> rejection(world, doctor, Digest.of(new byte[] {(byte) number})))
        .toArray(LedgerRecord[]::new);
  }

  private static LedgerRecord rejection(World world, Doctor doctor, Digest content) {
    byte[] signed = RecordContent.toSign(world.chain(), doctor.pid(), content);
    return world.by(
        world.hospital(),
        new RejectionBody(
            doctor.pid(),
            content,
            ByteString.of(world.suite().bls().sign(doctor.key(), signed).encode()),
            RejectionReason.TEAM_BAD_SIGNATURE.name()));
  }
}
