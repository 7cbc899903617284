package org.epione.crypto.scheme.pre;

import java.util.List;
import org.epione.crypto.counting.Algorithm;
import org.epione.crypto.counting.OperationCountContract;
import org.epione.crypto.hybrid.HpkeKeyPair;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.transcript.Digest;

class ScopedCountsTest extends OperationCountContract {

  private static final byte[] SYMPTOM = {7};
  private static final byte[] TEXT = {1, 2, 3};

  @Override
  protected String section() {
    return "SCOPED proxy re-encryption";
  }

  @Override
  protected List<Algorithm> algorithms() {
    ScopedReEncryption pre = suite().reEncryption();
    PatientKeyPair patient = pre.generate();
    HpkeKeyPair doctor = suite().hpke().generate();
    RecordId record = RecordId.random(suite().random());
    byte[] grant = Digest.of(new byte[0]).bytes();
    ScopedCiphertext ciphertext = pre.encrypt(patient.publicKey(), record, SYMPTOM, TEXT);
    Trapdoor trapdoor = pre.trapdoor(patient.secretKey(), SYMPTOM);
    DelegationSecret x = pre.newDelegation();
    ReEncryptionKey reKey = pre.reKey(patient.secretKey(), record, x);
    byte[] sealed = pre.sealDelegation(x, doctor.publicKey(), grant);
    ReEncryptedRecord turned = pre.reEncrypt(reKey, sealed, ciphertext);
    byte[] encoded = ciphertext.encode();
    byte[] encodedTurned = turned.encode();
    return List.of(
        Algorithm.of("generate", pre::generate),
        Algorithm.of("encrypt", () -> pre.encrypt(patient.publicKey(), record, SYMPTOM, TEXT)),
        Algorithm.of("isValid", () -> pre.isValid(ciphertext)),
        Algorithm.of("decrypt, patient", () -> pre.decrypt(patient.secretKey(), ciphertext)),
        Algorithm.of("trapdoor", () -> pre.trapdoor(patient.secretKey(), SYMPTOM)),
        Algorithm.of("matches", () -> pre.matches(trapdoor, ciphertext.header())),
        Algorithm.of("reKey", () -> pre.reKey(patient.secretKey(), record, x)),
        Algorithm.of("reEncrypt", () -> pre.reEncrypt(reKey, sealed, ciphertext)),
        Algorithm.of(
            "decrypt, grantee", () -> pre.decrypt(doctor.secretKey(), grant, record, turned)),
        Algorithm.of("decodeCiphertext", () -> pre.decodeCiphertext(encoded)),
        Algorithm.of("decodeReEncrypted", () -> pre.decodeReEncrypted(encodedTurned)));
  }
}
