package org.epione.crypto.scheme.pre.liu;

import java.nio.charset.StandardCharsets;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.hybrid.HpkeKeyPair;
import org.epione.crypto.identity.RecordId;

/** A patient with two records, a doctor, and the proxy that has the key between the two. */
final class LiuSharing {

  static final byte[] SYMPTOM = "R05".getBytes(StandardCharsets.UTF_8);
  static final byte[] OTHER_SYMPTOM = "F32".getBytes(StandardCharsets.UTF_8);
  static final byte[] DIAGNOSIS = "acute bronchitis".getBytes(StandardCharsets.UTF_8);
  static final byte[] SECRET_DIAGNOSIS = "something else".getBytes(StandardCharsets.UTF_8);

  final CryptoSuite suite;
  final LiuReEncryption liu;
  final LiuReKeying reKeying;
  final LiuKeyPair patient;
  final LiuKeyPair doctor;
  final HpkeKeyPair doctorSeal;
  final HpkeKeyPair proxySeal;
  final LiuReKeying.Start start;
  final LiuMessage answer;
  final LiuReEncryptionKey reKey;
  final LiuCiphertext shared;
  final LiuCiphertext unasked;

  LiuSharing(CryptoSuite suite) {
    this.suite = suite;
    liu = suite.liuReEncryption();
    reKeying = suite.liuReKeying();
    patient = liu.generate();
    doctor = liu.generate();
    doctorSeal = suite.hpke().generate();
    proxySeal = suite.hpke().generate();
    start = start();
    answer = answer(start);
    reKey = combine(start.toProxy(), answer);
    shared = encrypt(patient, SYMPTOM, DIAGNOSIS);
    unasked = encrypt(patient, OTHER_SYMPTOM, SECRET_DIAGNOSIS);
  }

  LiuReKeying.Start start() {
    return reKeying.start(
        patient.secretKey(), doctor.publicKey(), doctorSeal.publicKey(), proxySeal.publicKey());
  }

  LiuMessage answer(LiuReKeying.Start to) {
    return reKeying.answer(
        doctor.secretKey(),
        patient.publicKey(),
        doctorSeal.secretKey(),
        proxySeal.publicKey(),
        to.toDoctor());
  }

  LiuReEncryptionKey combine(LiuMessage patientShare, LiuMessage doctorShare) {
    return reKeying.combine(
        patient.publicKey(), doctor.publicKey(), proxySeal.secretKey(), patientShare, doctorShare);
  }

  LiuCiphertext encrypt(LiuKeyPair to, byte[] symptom, byte[] plaintext) {
    return liu.encrypt(to.publicKey(), RecordId.random(suite.random()), symptom, plaintext);
  }
}
