package org.epione.ledger.world;

import java.util.ArrayList;
import java.util.List;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.signature.Ed25519KeyPair;
import org.epione.ledger.block.BlockHeader;
import org.epione.ledger.finality.Countersignature;
import org.epione.ledger.identity.Pid;
import org.epione.ledger.identity.StationIdentity;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.record.StationEnrolledBody;
import org.epione.ledger.record.StationWithdrawnBody;
import org.epione.ledger.station.StationSigner;

/** The key of a doctor's station; remembers everything that it signed. */
public final class StationKey implements StationSigner {

  private final World world;
  private final Ed25519KeyPair keys;
  private final List<ByteString> signed = new ArrayList<>();

  /** A new key. */
  public StationKey(World world) {
    this.world = world;
    this.keys = world.suite().ed25519().generate();
  }

  @Override
  public ByteString key() {
    return ByteString.of(keys.publicKey().encode());
  }

  @Override
  public byte[] sign(byte[] message) {
    signed.add(ByteString.of(message));
    return world.suite().ed25519().sign(keys.secretKey(), message);
  }

  /** Everything signed so far. */
  public List<ByteString> signed() {
    return List.copyOf(signed);
  }

  /** With proof of possession. */
  public StationIdentity identity() {
    return new StationIdentity(
        key(),
        ByteString.of(
            world.suite().ed25519().sign(keys.secretKey(), StationIdentity.toProve(key()))));
  }

  /** The doctor enrols it. */
  public LedgerRecord enrolment(Doctor doctor) {
    return world.by(doctor, new StationEnrolledBody(identity(), world.validity()));
  }

  /** The doctor takes it back. */
  public LedgerRecord withdrawal(Doctor doctor) {
    return world.by(doctor, new StationWithdrawnBody(key()));
  }

  /** A vote for a block in a doctor's name. */
  public Countersignature vote(BlockHeader header, Pid doctor) {
    return Countersignature.of(header, doctor, sign(Countersignature.toSign(header, doctor)));
  }
}
