package org.epione.benchmark;

import static org.epione.benchmark.Primitives.ENCODE_G2;
import static org.epione.benchmark.Primitives.ENCODE_GT;
import static org.epione.benchmark.Primitives.G1_POWER;
import static org.epione.benchmark.Primitives.G1_PREPARED;
import static org.epione.benchmark.Primitives.G2_POWER;
import static org.epione.benchmark.Primitives.G2_PREPARED;
import static org.epione.benchmark.Primitives.product;
import static org.epione.benchmark.SymmetricPrimitives.HKDF;
import static org.epione.benchmark.SymmetricPrimitives.HPKE_OPEN;
import static org.epione.benchmark.SymmetricPrimitives.HPKE_SEAL;
import static org.epione.benchmark.SymmetricPrimitives.OPEN_KIB;
import static org.epione.benchmark.SymmetricPrimitives.SEAL_KIB;
import static org.epione.benchmark.SymmetricPrimitives.SHA_KIB;

import java.util.List;
import java.util.function.Supplier;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.hybrid.AeadKey;
import org.epione.crypto.hybrid.HpkeKeyPair;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.scheme.pre.liu.LiuCiphertext;
import org.epione.crypto.scheme.pre.liu.LiuKeyPair;
import org.epione.crypto.scheme.pre.liu.LiuMessage;
import org.epione.crypto.scheme.pre.liu.LiuReEncryption;
import org.epione.crypto.scheme.pre.liu.LiuReEncryptionKey;
import org.epione.crypto.scheme.pre.liu.LiuReKeying;
import org.epione.crypto.scheme.pre.liu.LiuTrapdoor;

/** Proxy re-encryption of records, suite LIU, and the phases of the paper's Table 5. */
final class Liu {

  private static final String SCHEME = "LIU";
  private static final String PHASE = "phase of Liu";

  private final CryptoSuite suite;
  private final LiuReEncryption liu;
  private final LiuReKeying reKeying;
  private final LiuKeyPair patient;
  private final LiuKeyPair doctor;
  private final HpkeKeyPair doctorSeal;
  private final HpkeKeyPair proxySeal;
  private final RecordId record;
  private final byte[] symptom = {1};
  private final byte[] payload = new byte[1024];

  Liu(CryptoSuite suite) {
    this.suite = suite;
    liu = suite.liuReEncryption();
    reKeying = suite.liuReKeying();
    patient = liu.generate();
    doctor = liu.generate();
    doctorSeal = suite.hpke().generate();
    proxySeal = suite.hpke().generate();
    record = RecordId.random(suite.random());
  }

  /**
   * A phase in the paper's order: the name it has here, and the milliseconds printed for 128 bit.
   */
  record Phase(String title, String name, double paperMilliseconds) {}

  /** Data join is left out: hashing and network, of which the cryptography has no part. */
  static List<Phase> phases() {
    return List.of(
        new Phase("Initialization", PHASE + ": initialization", 26.189),
        new Phase("Hospital join", PHASE + ": hospital join", 0.006),
        new Phase("User join", PHASE + ": user join", 25.150),
        new Phase("Data search and sharing", PHASE + ": data search and sharing", 120.742));
  }

  List<Work> phaseWorks() {
    AeadKey key = suite.aead().generateKey();
    byte[] identity = new byte[32];
    return List.of(
        new Work(phases().get(0).name(), () -> suite.liuReEncryption().generate()),
        new Work(phases().get(1).name(), () -> suite.aead().seal(key, symptom, identity)),
        new Work(phases().get(2).name(), () -> userJoin(key, identity)),
        new Work(phases().get(3).name(), this::searchAndShare));
  }

  private Object userJoin(AeadKey key, byte[] identity) {
    suite.aead().seal(key, symptom, identity);
    liu.generate();
    return liu.generate();
  }

  /** From encryption by the patient's doctor to decryption by the other. */
  private byte[] searchAndShare() {
    LiuCiphertext stored = liu.encrypt(patient.publicKey(), record, symptom, payload);
    liu.isValid(patient.publicKey(), stored);
    liu.matches(liu.trapdoor(patient.secretKey(), symptom), stored);
    LiuReKeying.Start start = start();
    return liu.decrypt(doctor.secretKey(), liu.reEncrypt(combine(start, answer(start)), stored));
  }

  private LiuReKeying.Start start() {
    return reKeying.start(
        patient.secretKey(), doctor.publicKey(), doctorSeal.publicKey(), proxySeal.publicKey());
  }

  private LiuMessage answer(LiuReKeying.Start start) {
    return reKeying.answer(
        doctor.secretKey(),
        patient.publicKey(),
        doctorSeal.secretKey(),
        proxySeal.publicKey(),
        start.toDoctor());
  }

  private LiuReEncryptionKey combine(LiuReKeying.Start start, LiuMessage answer) {
    return reKeying.combine(
        patient.publicKey(), doctor.publicKey(), proxySeal.secretKey(), start.toProxy(), answer);
  }

  private static Algorithm algorithm(String name, Supplier<?> body) {
    return Algorithm.of(SCHEME, name, body);
  }

  private static Algorithm withValidity(Algorithm algorithm) {
    return algorithm.with(1, product(2)).with(1, G1_PREPARED).with(1, ENCODE_G2).with(1, SHA_KIB);
  }

  List<Algorithm> all() {
    LiuCiphertext stored = liu.encrypt(patient.publicKey(), record, symptom, payload);
    LiuTrapdoor trapdoor = liu.trapdoor(patient.secretKey(), symptom);
    LiuReKeying.Start start = start();
    LiuMessage answer = answer(start);
    LiuReEncryptionKey reKey = combine(start, answer);
    LiuCiphertext turned = liu.reEncrypt(reKey, stored);
    return List.of(
        algorithm("encrypt", () -> liu.encrypt(patient.publicKey(), record, symptom, payload))
            .with(4, G1_POWER)
            .with(1, G1_PREPARED)
            .with(1, G2_POWER)
            .with(2, product(1))
            .with(2, ENCODE_G2)
            .with(2, ENCODE_GT)
            .with(1, HKDF)
            .with(1, SEAL_KIB)
            .with(1, SHA_KIB),
        withValidity(algorithm("validity", () -> liu.isValid(patient.publicKey(), stored))),
        algorithm("trapdoor", () -> liu.trapdoor(patient.secretKey(), symptom))
            .with(1, G2_POWER)
            .with(1, G2_PREPARED),
        algorithm("match", () -> liu.matches(trapdoor, stored))
            .with(1, product(1))
            .with(1, ENCODE_GT)
            .with(1, HKDF),
        algorithm("re-encryption key, patient", this::start).with(2, HPKE_SEAL),
        algorithm("re-encryption key, doctor", () -> answer(start))
            .with(1, HPKE_OPEN)
            .with(1, HPKE_SEAL),
        algorithm("re-encryption key, proxy", () -> combine(start, answer))
            .with(2, HPKE_OPEN)
            .with(1, G1_POWER),
        withValidity(algorithm("re-encrypt", () -> liu.reEncrypt(reKey, stored))).with(1, G1_POWER),
        withValidity(algorithm("decrypt", () -> liu.decrypt(doctor.secretKey(), turned)))
            .with(1, G1_POWER)
            .with(1, product(1))
            .with(1, ENCODE_GT)
            .with(1, ENCODE_G2)
            .with(1, OPEN_KIB));
  }
}
