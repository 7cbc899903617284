package org.epione.benchmark;

import static org.epione.benchmark.Primitives.ENCODE_G2;
import static org.epione.benchmark.Primitives.ENCODE_GT;
import static org.epione.benchmark.Primitives.G1_POWER;
import static org.epione.benchmark.Primitives.G1_SHORT;
import static org.epione.benchmark.Primitives.G2_POWER;
import static org.epione.benchmark.Primitives.HASH_G1;
import static org.epione.benchmark.Primitives.product;
import static org.epione.benchmark.Primitives.shortPowersG1;
import static org.epione.benchmark.SymmetricPrimitives.HKDF;
import static org.epione.benchmark.SymmetricPrimitives.HPKE_OPEN;
import static org.epione.benchmark.SymmetricPrimitives.HPKE_SEAL;
import static org.epione.benchmark.SymmetricPrimitives.OPEN_KIB;
import static org.epione.benchmark.SymmetricPrimitives.SEAL_KIB;
import static org.epione.benchmark.SymmetricPrimitives.SHA_KIB;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.hybrid.HpkeKeyPair;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.pairing.PairingEquation;
import org.epione.crypto.scheme.pre.DelegationSecret;
import org.epione.crypto.scheme.pre.PatientKeyPair;
import org.epione.crypto.scheme.pre.ReEncryptedRecord;
import org.epione.crypto.scheme.pre.ReEncryptionKey;
import org.epione.crypto.scheme.pre.ScopedCiphertext;
import org.epione.crypto.scheme.pre.ScopedReEncryption;
import org.epione.crypto.scheme.pre.Trapdoor;
import org.epione.crypto.transcript.Digest;

/** Proxy re-encryption of records, suite SCOPED; payloads of one KiB. */
final class Scoped {

  private static final String SCHEME = "SCOPED";

  private static final String TEN_ALONE = "validity of ten, one by one";

  private static final String TEN_TOGETHER = "validity of ten, together";

  private final CryptoSuite suite;
  private final ScopedReEncryption pre;
  private final PatientKeyPair patient;
  private final HpkeKeyPair doctor;
  private final RecordId record;
  private final byte[] symptom = {1};
  private final byte[] payload = new byte[1024];
  private final byte[] grant = Digest.of(new byte[1]).bytes();

  Scoped(CryptoSuite suite) {
    this.suite = suite;
    pre = suite.reEncryption();
    patient = pre.generate();
    doctor = suite.hpke().generate();
    record = RecordId.random(suite.random());
  }

  private Algorithm algorithm(String name, Supplier<?> body) {
    return Algorithm.of(SCHEME, name, body);
  }

  private static Algorithm withValidity(Algorithm algorithm) {
    return algorithm.with(1, HASH_G1).with(1, product(2)).with(1, ENCODE_G2);
  }

  List<Algorithm> all() {
    ScopedCiphertext stored = encrypt(record);
    Trapdoor trapdoor = pre.trapdoor(patient.secretKey(), symptom);
    DelegationSecret x = pre.newDelegation();
    ReEncryptionKey reKey = pre.reKey(patient.secretKey(), record, x);
    byte[] sealed = pre.sealDelegation(x, doctor.publicKey(), grant);
    ReEncryptedRecord turned = pre.reEncrypt(reKey, sealed, stored);
    List<ScopedCiphertext> ciphertexts =
        IntStream.range(0, 10).mapToObj(i -> encrypt(RecordId.random(suite.random()))).toList();
    return List.of(
        algorithm("key pair", pre::generate).with(1, G2_POWER),
        algorithm("encrypt", () -> encrypt(record))
            .with(1, G2_POWER)
            .with(3, G1_POWER)
            .with(3, HASH_G1)
            .with(2, product(1))
            .with(2, ENCODE_G2)
            .with(2, ENCODE_GT)
            .with(1, HKDF)
            .with(1, SEAL_KIB)
            .with(1, SHA_KIB),
        withValidity(algorithm("validity", () -> pre.isValid(stored))),
        withValidity(algorithm("decrypt", () -> pre.decrypt(patient.secretKey(), stored)))
            .with(1, HASH_G1)
            .with(1, G1_POWER)
            .with(1, product(1))
            .with(1, ENCODE_GT)
            .with(1, ENCODE_G2)
            .with(1, OPEN_KIB),
        algorithm("trapdoor", () -> pre.trapdoor(patient.secretKey(), symptom))
            .with(1, HASH_G1)
            .with(1, G1_POWER),
        algorithm("match", () -> pre.matches(trapdoor, stored.header()))
            .with(1, product(1))
            .with(1, ENCODE_GT)
            .with(1, HKDF),
        algorithm("re-encryption key", () -> pre.reKey(patient.secretKey(), record, x))
            .with(2, HASH_G1)
            .with(1, G1_POWER),
        algorithm("seal delegation", () -> pre.sealDelegation(x, doctor.publicKey(), grant))
            .with(1, HPKE_SEAL),
        withValidity(algorithm("re-encrypt", () -> pre.reEncrypt(reKey, sealed, stored)))
            .with(1, product(1)),
        withValidity(
                algorithm(
                    "decrypt re-encrypted",
                    () -> pre.decrypt(doctor.secretKey(), grant, record, turned)))
            .with(1, HASH_G1)
            .with(1, HPKE_OPEN)
            .with(1, product(1))
            .with(1, ENCODE_GT)
            .with(1, ENCODE_G2)
            .with(1, OPEN_KIB),
        algorithm(TEN_ALONE, () -> ciphertexts.stream().filter(pre::isValid).count())
            .with(10, HASH_G1)
            .with(10, product(2))
            .with(10, ENCODE_G2),
        algorithm(TEN_TOGETHER, () -> suite.batch().failing(equations(ciphertexts)))
            .with(10, HASH_G1)
            .with(10, ENCODE_G2)
            .with(10, G1_SHORT)
            .with(1, shortPowersG1(10))
            .with(1, product(11)));
  }

  private List<PairingEquation> equations(List<ScopedCiphertext> ciphertexts) {
    return ciphertexts.stream().map(ciphertext -> pre.validity(ciphertext.header())).toList();
  }

  private ScopedCiphertext encrypt(RecordId to) {
    return pre.encrypt(patient.publicKey(), to, symptom, payload);
  }
}
