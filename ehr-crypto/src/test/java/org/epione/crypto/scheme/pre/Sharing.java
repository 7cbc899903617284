package org.epione.crypto.scheme.pre;

import java.nio.charset.StandardCharsets;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.hybrid.HpkeKeyPair;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.transcript.Digest;

/** A patient with two records, of which one is granted to a doctor; another doctor looks on. */
final class Sharing {

  static final byte[] SYMPTOM = "R05".getBytes(StandardCharsets.UTF_8);
  static final byte[] DIAGNOSIS = "acute bronchitis".getBytes(StandardCharsets.UTF_8);
  static final byte[] SECRET_DIAGNOSIS = "something else".getBytes(StandardCharsets.UTF_8);

  final ScopedReEncryption pre;
  final PatientKeyPair patient;
  final HpkeKeyPair doctor;
  final HpkeKeyPair otherDoctor;
  final RecordId granted;
  final RecordId withheld;
  final ScopedCiphertext grantedCiphertext;
  final ScopedCiphertext withheldCiphertext;
  final byte[] grantDigest = Digest.of(new byte[] {1}).bytes();
  final DelegationSecret x;
  final ReEncryptionKey reKey;
  final byte[] sealed;

  Sharing(CryptoSuite suite) {
    pre = suite.reEncryption();
    patient = pre.generate();
    doctor = suite.hpke().generate();
    otherDoctor = suite.hpke().generate();
    granted = RecordId.random(suite.random());
    withheld = RecordId.random(suite.random());
    grantedCiphertext = pre.encrypt(patient.publicKey(), granted, SYMPTOM, DIAGNOSIS);
    withheldCiphertext = pre.encrypt(patient.publicKey(), withheld, SYMPTOM, SECRET_DIAGNOSIS);
    x = pre.newDelegation();
    reKey = pre.reKey(patient.secretKey(), granted, x);
    sealed = pre.sealDelegation(x, doctor.publicKey(), grantDigest);
  }

  ReEncryptedRecord turned() {
    return pre.reEncrypt(reKey, sealed, grantedCiphertext);
  }
}
