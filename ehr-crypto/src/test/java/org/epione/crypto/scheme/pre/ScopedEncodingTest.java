package org.epione.crypto.scheme.pre;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.Suites;
import org.epione.crypto.encoding.Encoding;
import org.epione.crypto.encoding.EncodingContract;
import org.epione.crypto.identity.Nonce;
import org.epione.crypto.identity.Pseudonym;
import org.epione.crypto.identity.RecordId;

class ScopedEncodingTest extends EncodingContract {

  private static final Instant TIME = Instant.parse("2026-11-21T08:00:00Z");
  private static final byte[] SYMPTOM = {7};

  private final CryptoSuite suite = Suites.blst("scoped encodings");
  private final ScopedReEncryption pre = suite.reEncryption();

  @Override
  protected List<Encoding<?>> encodings() {
    PatientKeyPair patient = pre.generate();
    RecordId record = RecordId.random(suite.random());
    DelegationSecret x = pre.newDelegation();
    ReEncryptionKey reKey = pre.reKey(patient.secretKey(), record, x);
    ScopedCiphertext empty = pre.encrypt(patient.publicKey(), record, SYMPTOM, new byte[0]);
    ScopedCiphertext ciphertext = pre.encrypt(patient.publicKey(), record, SYMPTOM, new byte[3]);
    byte[] sealed =
        pre.sealDelegation(x, suite.hpke().generate().publicKey(), grant(record).digest().bytes());
    return List.of(
        Encoding.secret(
            PatientSecretKey.class,
            secret -> pre.restore(secret).secretKey(),
            PatientSecretKey::export,
            patient.secretKey()),
        Encoding.of(
            PatientPublicKey.class,
            pre::decodePublicKey,
            PatientPublicKey::encode,
            patient.publicKey()),
        Encoding.of(
            ScopedCiphertext.class,
            pre::decodeCiphertext,
            ScopedCiphertext::encode,
            empty,
            ciphertext),
        Encoding.of(
            ScopedHeader.class, pre::decodeHeader, ScopedHeader::encode, ciphertext.header()),
        Encoding.of(
            Trapdoor.class,
            pre::decodeTrapdoor,
            Trapdoor::encode,
            pre.trapdoor(patient.secretKey(), SYMPTOM)),
        Encoding.of(
            ReEncryptionKey.class, pre::decodeReEncryptionKey, ReEncryptionKey::encode, reKey),
        Encoding.of(
            ReEncryptedRecord.class,
            pre::decodeReEncrypted,
            ReEncryptedRecord::encode,
            pre.reEncrypt(reKey, sealed, ciphertext)),
        Encoding.of(
            Grant.class,
            Grant::decode,
            Grant::encode,
            grant(record),
            grant(record, RecordId.random(suite.random()))));
  }

  private Grant grant(RecordId... records) {
    return new Grant(
        Pseudonym.of("patient".getBytes(StandardCharsets.UTF_8)),
        Pseudonym.of("doctor".getBytes(StandardCharsets.UTF_8)),
        suite.hpke().generate().publicKey(),
        List.of(records),
        "second opinion",
        TIME,
        TIME.plusSeconds(60),
        Nonce.random(suite.random()));
  }
}
