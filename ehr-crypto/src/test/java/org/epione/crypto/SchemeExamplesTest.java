package org.epione.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.hybrid.AeadKey;
import org.epione.crypto.hybrid.AttachmentContext;
import org.epione.crypto.hybrid.HpkeKeyPair;
import org.epione.crypto.hybrid.OpeningStream;
import org.epione.crypto.hybrid.StreamingAead;
import org.epione.crypto.identity.EpisodeId;
import org.epione.crypto.identity.Nonce;
import org.epione.crypto.identity.Pseudonym;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.keyring.KeyName;
import org.epione.crypto.keyring.KeyRing;
import org.epione.crypto.keyring.WrappedKey;
import org.epione.crypto.keyring.WrappingKeyMissingException;
import org.epione.crypto.pairing.PairingEquation;
import org.epione.crypto.password.PasswordParameters;
import org.epione.crypto.password.PasswordSalt;
import org.epione.crypto.policy.AccessPolicy;
import org.epione.crypto.policy.Attribute;
import org.epione.crypto.random.DeterministicRandomSource;
import org.epione.crypto.random.RandomSource;
import org.epione.crypto.scheme.abs.AttributeBasedSignature;
import org.epione.crypto.scheme.abs.AttributeBasedSignatures;
import org.epione.crypto.scheme.abs.AttributeSecretKey;
import org.epione.crypto.scheme.abs.IssuerKeyPair;
import org.epione.crypto.scheme.combined.AttributeBasedEncryption;
import org.epione.crypto.scheme.combined.AttributeBasedReEncryption;
import org.epione.crypto.scheme.combined.AttributeCiphertext;
import org.epione.crypto.scheme.combined.AttributeKey;
import org.epione.crypto.scheme.combined.IdentityBasedEncryption;
import org.epione.crypto.scheme.combined.IdentityBasedSignatures;
import org.epione.crypto.scheme.combined.IdentityKey;
import org.epione.crypto.scheme.combined.KeyAuthority;
import org.epione.crypto.scheme.combined.MasterKey;
import org.epione.crypto.scheme.combined.PublicParameters;
import org.epione.crypto.scheme.combined.ReEncryptionTerms;
import org.epione.crypto.scheme.combined.RecordCiphertext;
import org.epione.crypto.scheme.combined.RecordKey;
import org.epione.crypto.scheme.combined.RecordReEncryptionKey;
import org.epione.crypto.scheme.combined.TurnedRecord;
import org.epione.crypto.scheme.multisig.SequentialMultisignature;
import org.epione.crypto.scheme.multisig.SigningOrder;
import org.epione.crypto.scheme.multisig.Statement;
import org.epione.crypto.scheme.multisig.VerificationResult;
import org.epione.crypto.scheme.pake.AwaitingConfirmation;
import org.epione.crypto.scheme.pake.AwaitingShare;
import org.epione.crypto.scheme.pake.Identities;
import org.epione.crypto.scheme.pake.MatchingSession;
import org.epione.crypto.scheme.pake.PasswordVerifier;
import org.epione.crypto.scheme.pake.ProverAwaitingConfirmation;
import org.epione.crypto.scheme.pake.ProverAwaitingShare;
import org.epione.crypto.scheme.pake.Spake2Plus;
import org.epione.crypto.scheme.pake.Step;
import org.epione.crypto.scheme.pake.SymptomMatching;
import org.epione.crypto.scheme.pre.DelegationSecret;
import org.epione.crypto.scheme.pre.PatientKeyPair;
import org.epione.crypto.scheme.pre.ReEncryptedRecord;
import org.epione.crypto.scheme.pre.ReEncryptionKey;
import org.epione.crypto.scheme.pre.ScopedCiphertext;
import org.epione.crypto.scheme.pre.ScopedReEncryption;
import org.epione.crypto.scheme.pre.liu.LiuCiphertext;
import org.epione.crypto.scheme.pre.liu.LiuKeyPair;
import org.epione.crypto.scheme.pre.liu.LiuMessage;
import org.epione.crypto.scheme.pre.liu.LiuReEncryption;
import org.epione.crypto.scheme.pre.liu.LiuReEncryptionKey;
import org.epione.crypto.scheme.pre.liu.LiuReKeying;
import org.epione.crypto.scheme.warrant.Warrant;
import org.epione.crypto.secret.SecretBytes;
import org.epione.crypto.signature.BlsSecretKey;
import org.epione.crypto.signature.BlsSignature;
import org.epione.crypto.transcript.Digest;
import org.junit.jupiter.api.Test;

/**
 * The examples of docs/schemes.md, which {@link SchemeExamplesDocumentTest} holds to this file:
 * what stands between a comment {@code example: NAME} and {@code end} is shown there.
 */
class SchemeExamplesTest {

  private final RandomSource random = new DeterministicRandomSource("examples");
  private final CryptoSuite suite = Suites.blst("examples");
  private final Instant now = Instant.parse("2026-11-28T08:00:00Z");

  @Test
  void scoped() {
    // example: scoped
    ScopedReEncryption pre = suite.reEncryption();
    PatientKeyPair patient = pre.generate();
    HpkeKeyPair doctor = suite.hpke().generate();
    RecordId record = RecordId.random(random);
    byte[] text = "acute bronchitis".getBytes(UTF_8);
    ScopedCiphertext stored = pre.encrypt(patient.publicKey(), record, "J20".getBytes(UTF_8), text);

    byte[] grant = Digest.of("what the patient signed".getBytes(UTF_8)).bytes();
    DelegationSecret x = pre.newDelegation();
    ReEncryptionKey reKey = pre.reKey(patient.secretKey(), record, x);
    byte[] sealed = pre.sealDelegation(x, doctor.publicKey(), grant);
    ReEncryptedRecord turned = pre.reEncrypt(reKey, sealed, stored);
    byte[] read = pre.decrypt(doctor.secretKey(), grant, record, turned);
    // end
    assertThat(read).isEqualTo(text);
  }

  @Test
  void liu() {
    byte[] text = "acute bronchitis".getBytes(UTF_8);
    // example: liu
    LiuReEncryption liu = suite.liuReEncryption();
    LiuReKeying reKeying = suite.liuReKeying();
    LiuKeyPair patient = liu.generate();
    LiuKeyPair doctor = liu.generate();
    HpkeKeyPair doctorSeal = suite.hpke().generate();
    HpkeKeyPair proxySeal = suite.hpke().generate();
    LiuCiphertext stored =
        liu.encrypt(patient.publicKey(), RecordId.random(random), "J20".getBytes(UTF_8), text);

    LiuReKeying.Start start =
        reKeying.start(
            patient.secretKey(), doctor.publicKey(), doctorSeal.publicKey(), proxySeal.publicKey());
    LiuMessage answer =
        reKeying.answer(
            doctor.secretKey(),
            patient.publicKey(),
            doctorSeal.secretKey(),
            proxySeal.publicKey(),
            start.toDoctor());
    LiuReEncryptionKey reKey =
        reKeying.combine(
            patient.publicKey(),
            doctor.publicKey(),
            proxySeal.secretKey(),
            start.toProxy(),
            answer);
    byte[] read = liu.decrypt(doctor.secretKey(), liu.reEncrypt(reKey, stored));
    // end
    assertThat(read).isEqualTo(text);
  }

  @Test
  void batch() {
    BlsSecretKey key = suite.bls().generate();
    byte[] message = CanonicalWriter.of("epione.example", 1).u8(1).toByteArray();
    byte[] otherMessage = CanonicalWriter.of("epione.example", 1).u8(2).toByteArray();
    BlsSignature signature = suite.bls().sign(key, message);
    ScopedReEncryption pre = suite.reEncryption();
    ScopedCiphertext ciphertext =
        pre.encrypt(pre.generate().publicKey(), RecordId.random(random), new byte[1], new byte[1]);
    // example: batch
    PairingEquation signed = suite.bls().equation(key.publicKey(), message, signature);
    PairingEquation forged = suite.bls().equation(key.publicKey(), otherMessage, signature);
    PairingEquation valid = suite.reEncryption().validity(ciphertext.header());
    List<Integer> failing = suite.batch().failing(List.of(signed, forged, valid));
    // end
    assertThat(failing).containsExactly(1);
  }

  @Test
  void multisignature() {
    EpisodeId episode = EpisodeId.random(random);
    Pseudonym patient = Pseudonym.of(new byte[] {1});
    Digest firstDiagnosis = Digest.of(new byte[] {1});
    Digest secondDiagnosis = Digest.of(new byte[] {2});
    // example: multisignature
    SequentialMultisignature team = suite.multisignature();
    BlsSecretKey ann = suite.bls().generate();
    BlsSecretKey ben = suite.bls().generate();
    SigningOrder order = new SigningOrder(List.of(signer(3, ann), signer(4, ben)));

    Statement first =
        new Statement(episode, patient, order.ids(), 1, now, firstDiagnosis, Optional.empty());
    BlsSignature one = team.addSignature(ann, Optional.empty(), first);
    Statement second =
        new Statement(
            episode, patient, order.ids(), 2, now, secondDiagnosis, Optional.of(first.digest()));
    BlsSignature both = team.addSignature(ben, Optional.of(one), second);
    VerificationResult result = team.verifyComplete(order, List.of(first, second), both);
    // end
    assertThat(result).isEqualTo(VerificationResult.VALID);
  }

  private SigningOrder.Signer signer(int id, BlsSecretKey key) {
    return new SigningOrder.Signer(
        Pseudonym.of(new byte[] {(byte) id}),
        suite.bls().possessed(key.publicKey(), suite.bls().provePossession(key)).orElseThrow());
  }

  @Test
  void attributeBasedSignature() {
    byte[] query = CanonicalWriter.of("example.query", 1).text("J20").toByteArray();
    // example: attribute-based-signature
    AttributeBasedSignatures abs = suite.attributeBasedSignatures();
    IssuerKeyPair issuer = abs.generate();
    Set<Attribute> attributes =
        Set.of(Attribute.of("role:oncologist"), Attribute.of("hospital:HOSPITAL-A"));
    AttributeSecretKey member = abs.issue(issuer.secretKey(), attributes);
    boolean received = abs.isValid(issuer.publicKey(), member);

    AccessPolicy policy =
        AccessPolicy.parse("role:oncologist and (hospital:HOSPITAL-A or hospital:HOSPITAL-B)");
    AttributeBasedSignature signature = abs.sign(issuer.publicKey(), member, policy, query);
    boolean valid = abs.verify(issuer.publicKey(), policy, query, signature);
    // end
    assertThat(received).isTrue();
    assertThat(valid).isTrue();
  }

  @Test
  void warrant() {
    EpisodeId episode = EpisodeId.random(random);
    Pseudonym patient = Pseudonym.of(new byte[] {1});
    Pseudonym doctor = Pseudonym.of(new byte[] {2});
    // example: warrant
    BlsSecretKey key = suite.bls().generate();
    Instant until = now.plus(Duration.ofDays(1));
    Warrant warrant =
        new Warrant(episode, patient, doctor, 1, now, until, "treatment", Nonce.random(random));
    BlsSignature signature = suite.warrants().sign(key, warrant);

    Warrant received = Warrant.decode(warrant.encode());
    boolean valid = suite.warrants().verify(key.publicKey(), received, signature);
    boolean inForce = received.isValidAt(now);
    // end
    assertThat(valid).isTrue();
    assertThat(inForce).isTrue();
  }

  @Test
  void treatmentKey() {
    char[] password = "correct horse".toCharArray();
    byte[] context = "appointment".getBytes(UTF_8);
    Identities identities =
        new Identities(
            ByteString.of("alice".getBytes(UTF_8)), ByteString.of("HOSPITAL-1".getBytes(UTF_8)));
    // example: treatment-key
    Spake2Plus spake = suite.spake2Plus();
    PasswordSalt salt = suite.passwordHash().newSalt(suite.passwordHash().defaults());
    PasswordVerifier stored = spake.register(password, salt, identities);

    Step<ProverAwaitingShare> patient = spake.startProver(password, salt, identities, context);
    Step<AwaitingShare> hospital = spake.startVerifier(stored, identities, context);
    Step<AwaitingConfirmation> answer = hospital.next().receive(patient.message().bytes());
    ProverAwaitingConfirmation waiting = patient.next().receive(hospital.message().bytes());
    Step<SecretBytes> done = waiting.receive(answer.message().bytes());
    SecretBytes treatmentKey = answer.next().receive(done.message().bytes());
    // end
    assertThat(treatmentKey).isEqualTo(done.next());
  }

  @Test
  void symptomMatching() {
    Pseudonym patientA = Pseudonym.of(new byte[] {1});
    Pseudonym patientB = Pseudonym.of(new byte[] {2});
    Digest certificateA = Digest.of(new byte[] {1});
    Digest certificateB = Digest.of(new byte[] {2});
    // example: symptom-matching
    SymptomMatching matching = suite.symptomMatching();
    PasswordParameters cost = suite.passwordHash().defaults();
    MatchingSession session =
        new MatchingSession(patientA, patientB, certificateA, certificateB, cost);

    Step<AwaitingShare> a = matching.startA(session, "R05".getBytes(UTF_8));
    Step<AwaitingShare> b = matching.startB(session, "R05".getBytes(UTF_8));
    Step<AwaitingConfirmation> ofA = a.next().receive(b.message().bytes());
    Step<AwaitingConfirmation> ofB = b.next().receive(a.message().bytes());
    SecretBytes keyOfA = ofA.next().receive(ofB.message().bytes());
    SecretBytes keyOfB = ofB.next().receive(ofA.message().bytes());
    // end
    assertThat(keyOfA).isEqualTo(keyOfB);
  }

  @Test
  void attributes() {
    // example: attributes
    KeyAuthority authority = suite.keyAuthority();
    MasterKey master = authority.setup();
    PublicParameters parameters = authority.decodeParameters(master.parameters().encode());
    SecretBytes issued =
        authority
            .issue(master, Set.of(Attribute.of("role:researcher"), Attribute.of("site:A")))
            .export();

    AttributeBasedEncryption abe = suite.attributeBasedEncryption(parameters);
    AccessPolicy policy = AccessPolicy.parse("role:researcher and (site:A or site:B)");
    byte[] data = "study 7".getBytes(UTF_8);
    AttributeCiphertext ciphertext = abe.encrypt(policy, data, "text".getBytes(UTF_8));
    AttributeKey key = suite.holderKeys(parameters).restoreAttributeKey(issued);
    byte[] read = abe.decrypt(key, data, ciphertext);
    // end
    assertThat(read).isEqualTo("text".getBytes(UTF_8));
  }

  @Test
  void identities() {
    MasterKey master = suite.keyAuthority().setup();
    PublicParameters parameters = master.parameters();
    Pseudonym anna = Pseudonym.of(new byte[] {1});
    byte[] text = {1};
    byte[] data = {2};
    // example: identities
    IdentityKey key = suite.keyAuthority().issue(master, anna);
    IdentityBasedEncryption ibe = suite.identityBasedEncryption(parameters);
    byte[] read = ibe.decrypt(key, data, ibe.encrypt(anna, data, text));

    IdentityBasedSignatures ibs = suite.identityBasedSignatures(parameters);
    boolean valid = ibs.verify(anna, text, ibs.sign(key, text));
    // end
    assertThat(read).isEqualTo(text);
    assertThat(valid).isTrue();
  }

  @Test
  void turning() {
    MasterKey master = suite.keyAuthority().setup();
    PublicParameters parameters = master.parameters();
    Pseudonym anna = Pseudonym.of(new byte[] {1});
    IdentityKey annaKey = suite.keyAuthority().issue(master, anna);
    AttributeKey consumer =
        suite.keyAuthority().issue(master, Set.of(Attribute.of("role:researcher")));
    RecordId record = RecordId.random(random);
    Digest grant = Digest.of(new byte[] {3});
    Instant until = now.plus(Duration.ofDays(1));
    byte[] text = {1};
    byte[] data = {2};
    // example: turning
    RecordCiphertext stored =
        suite.identityBasedEncryption(parameters).encrypt(anna, record, data, text);

    AttributeBasedReEncryption abpre = suite.attributeBasedReEncryption(parameters);
    AccessPolicy policy = AccessPolicy.parse("role:researcher");
    ReEncryptionTerms terms =
        new ReEncryptionTerms(anna, record, policy, "study 7", now, until, grant);
    RecordKey recordKey = suite.holderKeys(parameters).derive(annaKey, record);
    RecordReEncryptionKey reKey = abpre.reKey(recordKey, terms);
    TurnedRecord turned = abpre.reEncrypt(reKey, stored);
    byte[] read = abpre.decrypt(consumer, terms, data, turned);
    // end
    assertThat(read).isEqualTo(text);
  }

  @Test
  void attachment() throws IOException {
    RecordId record = RecordId.random(random);
    byte[] image = new byte[200_000];
    // example: attachment
    StreamingAead streaming = suite.streamingAead();
    AeadKey key = suite.aead().generateKey();
    byte[] place = new AttachmentContext(record, 1).associatedData();
    ByteArrayOutputStream stored = new ByteArrayOutputStream();
    streaming.seal(key, place, new ByteArrayInputStream(image), stored);

    InputStream source = new ByteArrayInputStream(stored.toByteArray());
    byte[] read;
    try (OpeningStream in = streaming.opening(key, place, source)) {
      read = in.readAllBytes(); // act on it only now: the end was reached
    }
    // end
    assertThat(read).isEqualTo(image);
  }

  @Test
  void keyRing() {
    SecretBytes secret = SecretBytes.of(new byte[] {1, 2, 3});
    // example: key-ring
    KeyRing ring = KeyRing.generate(suite.aead(), "hospital");
    KeyName name = new KeyName("patient-key", "4711");
    WrappedKey stored = ring.wrap(name, secret);

    long next = ring.rotate();
    WrappedKey again = ring.rewrap(stored); // what the key encrypted stays as it is
    ring.destroy(next - 1);
    SecretBytes found = ring.unwrap(name, again);
    // end
    assertThat(found.length()).isEqualTo(3);
    assertThatThrownBy(() -> ring.unwrap(name, stored))
        .isInstanceOf(WrappingKeyMissingException.class);
  }
}
