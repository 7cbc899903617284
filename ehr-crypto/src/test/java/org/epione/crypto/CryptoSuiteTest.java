package org.epione.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.epione.crypto.hybrid.HpkeKeyPair;
import org.epione.crypto.identity.EpisodeId;
import org.epione.crypto.identity.Nonce;
import org.epione.crypto.identity.Pseudonym;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.pairing.bouncycastle.BouncyCastleGroup;
import org.epione.crypto.random.SecureRandomSource;
import org.epione.crypto.scheme.multisig.SigningOrder;
import org.epione.crypto.scheme.multisig.Statement;
import org.epione.crypto.scheme.multisig.VerificationResult;
import org.epione.crypto.scheme.pre.DelegationSecret;
import org.epione.crypto.scheme.pre.Grant;
import org.epione.crypto.scheme.pre.PatientKeyPair;
import org.epione.crypto.scheme.pre.ReEncryptedRecord;
import org.epione.crypto.scheme.pre.ScopedCiphertext;
import org.epione.crypto.scheme.pre.ScopedReEncryption;
import org.epione.crypto.scheme.warrant.Warrant;
import org.epione.crypto.signature.BlsSecretKey;
import org.epione.crypto.signature.BlsSignature;
import org.epione.crypto.signature.PossessedKey;
import org.epione.crypto.transcript.Digest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The main job with every scheme, end to end, on both backends. */
class CryptoSuiteTest {

  static List<CryptoSuite> suites() {
    SecureRandomSource random = new SecureRandomSource();
    return List.of(CryptoSuite.create(random), CryptoSuite.create(random, new BouncyCastleGroup()));
  }

  @ParameterizedTest
  @MethodSource("suites")
  void record_shouldBeSignedSealedAndShared_whenEveryoneDoesTheirPart(CryptoSuite suite) {
    BlsSecretKey master = suite.bls().generate();
    BlsSecretKey patient = suite.bls().derive(master, new byte[] {1});
    Pseudonym patientId = Pseudonym.of(new byte[] {1});
    Pseudonym doctorId = Pseudonym.of(new byte[] {2});
    EpisodeId episode = EpisodeId.random(suite.random());
    Instant now = Instant.parse("2026-11-21T08:00:00Z");
    Warrant warrant =
        new Warrant(
            episode,
            patientId,
            doctorId,
            1,
            now,
            now.plusSeconds(60),
            "treatment",
            Nonce.random(suite.random()));
    assertThat(
            suite
                .warrants()
                .verify(
                    patient.publicKey(),
                    Warrant.decode(warrant.encode()),
                    suite.warrants().sign(patient, warrant)))
        .isTrue();

    BlsSecretKey doctor = suite.bls().generate();
    PossessedKey possessed =
        suite
            .bls()
            .possessed(doctor.publicKey(), suite.bls().provePossession(doctor))
            .orElseThrow();
    Statement statement =
        new Statement(
            episode,
            patientId,
            List.of(doctorId),
            1,
            now,
            Digest.of(new byte[] {7}),
            Optional.empty());
    BlsSignature aggregate =
        suite.multisignature().addSignature(doctor, Optional.empty(), statement);
    assertThat(
            suite
                .multisignature()
                .verifyComplete(
                    new SigningOrder(List.of(new SigningOrder.Signer(doctorId, possessed))),
                    List.of(Statement.decode(statement.encode())),
                    suite.bls().decodeSignature(aggregate.encode())))
        .isEqualTo(VerificationResult.VALID);

    ScopedReEncryption pre = suite.reEncryption();
    PatientKeyPair keys = pre.generate();
    byte[] diagnosis = "acute bronchitis".getBytes(StandardCharsets.UTF_8);
    byte[] symptom = {3};
    RecordId record = RecordId.random(suite.random());
    ScopedCiphertext ciphertext =
        pre.decodeCiphertext(pre.encrypt(keys.publicKey(), record, symptom, diagnosis).encode());
    assertThat(pre.isValid(pre.decodeHeader(ciphertext.header().encode()))).isTrue();
    assertThat(pre.decrypt(keys.secretKey(), ciphertext)).isEqualTo(diagnosis);
    assertThat(pre.matches(pre.trapdoor(keys.secretKey(), symptom), ciphertext.header())).isTrue();

    HpkeKeyPair grantee = suite.hpke().generate();
    Grant grant =
        new Grant(
            patientId,
            doctorId,
            grantee.publicKey(),
            List.of(record),
            "second opinion",
            now,
            now.plusSeconds(60),
            Nonce.random(suite.random()));
    byte[] grantDigest = Grant.decode(grant.encode()).digest().bytes();
    DelegationSecret x = pre.newDelegation();
    ReEncryptedRecord turned =
        pre.reEncrypt(
            pre.reKey(keys.secretKey(), record, x),
            pre.sealDelegation(x, grantee.publicKey(), grantDigest),
            ciphertext);
    assertThat(
            pre.decrypt(
                grantee.secretKey(), grantDigest, record, pre.decodeReEncrypted(turned.encode())))
        .isEqualTo(diagnosis);
  }
}
