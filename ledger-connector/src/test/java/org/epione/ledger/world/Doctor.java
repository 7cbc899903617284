package org.epione.ledger.world;

import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.hybrid.HpkeKeyPair;
import org.epione.crypto.signature.BlsSecretKey;
import org.epione.ledger.identity.DoctorCertificate;
import org.epione.ledger.identity.DoctorIdentity;
import org.epione.ledger.identity.Pid;
import org.epione.ledger.identity.Validity;

/** A doctor with keys, certified by a hospital. */
public final class Doctor {

  private final BlsSecretKey key;
  private final HpkeKeyPair receiving;
  private final DoctorCertificate certificate;
  private final Party hospital;

  Doctor(CryptoSuite suite, Party hospital, Validity validity, Pid pid) {
    this(suite, hospital, validity, pid, suite.hpke().generate());
  }

  Doctor(CryptoSuite suite, Party hospital, Validity validity, Pid pid, HpkeKeyPair receiving) {
    this.key = suite.bls().generate();
    this.receiving = receiving;
    this.hospital = hospital;
    DoctorIdentity identity =
        new DoctorIdentity(
            pid,
            hospital.pid(),
            ByteString.of(key.publicKey().encode()),
            ByteString.of(suite.bls().provePossession(key).encode()),
            ByteString.of(receiving.publicKey().encode()),
            validity);
    this.certificate = identity.signed(hospital.sign(identity.toSign()));
  }

  /** BLS. */
  public BlsSecretKey key() {
    return key;
  }

  /** HPKE. */
  public HpkeKeyPair receiving() {
    return receiving;
  }

  /** What the hospital certifies. */
  public DoctorCertificate certificate() {
    return certificate;
  }

  /** The hospital. */
  public Party hospital() {
    return hospital;
  }

  /** Pseudo-identity. */
  public Pid pid() {
    return certificate.pid();
  }
}
