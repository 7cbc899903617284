package org.epione.crypto.scheme.pre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.Suites;
import org.epione.crypto.Tampering;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.hybrid.Aead;
import org.epione.crypto.hybrid.DecryptionFailedException;
import org.epione.crypto.hybrid.Dem;
import org.epione.crypto.hybrid.HpkeKeyPair;
import org.epione.crypto.pairing.BilinearGroup;
import org.epione.crypto.pairing.G1;
import org.epione.crypto.pairing.Gt;
import org.epione.crypto.pairing.Scalar;
import org.epione.crypto.pairing.blst.BlstGroup;
import org.epione.crypto.secret.SecretBytes;
import org.epione.crypto.transcript.Digest;
import org.epione.crypto.transcript.DomainTag;
import org.junit.jupiter.api.Test;

/** What each party could try with all that it holds, carried out; every attempt must fail. */
class ScopedAttackTest {

  private final CryptoSuite suite = Suites.blst("attack");
  private final BilinearGroup group = BlstGroup.load();
  private final Sharing sharing = new Sharing(suite);
  private final ScopedReEncryption pre = sharing.pre;
  private final ScopedHashes hashes = new ScopedHashes(group);
  private final Dem dem = new Dem(new Aead(suite.random()));

  /** Whether {@code element} is the key of the record, tried without any of the other checks. */
  private boolean opens(Gt element, ScopedCiphertext ciphertext) {
    ScopedHeader header = ciphertext.header();
    try (SecretBytes shared = element.toSecret()) {
      dem.open(
          shared,
          DomainTag.SCOPED_PAYLOAD,
          hashes.associatedData(header.record(), header.c1(), header.c3()),
          ciphertext.payload().bytes());
      return true;
    } catch (DecryptionFailedException e) {
      return false;
    }
  }

  private Gt pair(G1 left, ScopedCiphertext with) {
    return group.pair(left, with.header().c1());
  }

  private static void failed(Runnable attempt) {
    assertThatThrownBy(attempt::run).isInstanceOf(DecryptionFailedException.class);
  }

  @Test
  void opens_shouldHold_whenTheElementIsRight() {
    // Shows that the attempts below fail for the right reason.
    G1 key = sharing.patient.secretKey().raise(hashes.record(sharing.granted));
    assertThat(opens(pair(key, sharing.grantedCiphertext), sharing.grantedCiphertext)).isTrue();
  }

  @Test
  void proxy_shouldReadNothing_whenItHoldsOnlyItsReEncryptionKeys() {
    DelegationSecret second = pre.newDelegation();
    ReEncryptionKey other = pre.reKey(sharing.patient.secretKey(), sharing.granted, second);
    DelegationSecret own = pre.newDelegation();
    G1 r1 = sharing.reKey.element();
    for (G1 attempt :
        List.of(
            r1,
            r1.inverse(),
            r1.multiply(other.element()),
            r1.multiply(other.element().inverse()),
            r1.multiply(hashes.record(sharing.granted)),
            r1.multiply(hashes.delegation(own, sharing.granted)))) {
      assertThat(opens(pair(attempt, sharing.grantedCiphertext), sharing.grantedCiphertext))
          .isFalse();
    }
  }

  @Test
  void proxyAndGrantee_shouldOpenTheGrantedRecordOnly_whenTheyPoolAllTheyHold() {
    G1 keyOfGranted =
        sharing.reKey.element().multiply(hashes.delegation(sharing.x, sharing.granted));
    assertThat(opens(pair(keyOfGranted, sharing.grantedCiphertext), sharing.grantedCiphertext))
        .as("known limit: together they keep the granted record's key")
        .isTrue();
    Trapdoor trapdoor = pre.trapdoor(sharing.patient.secretKey(), Sharing.SYMPTOM);
    for (G1 attempt :
        List.of(
            keyOfGranted,
            keyOfGranted.multiply(hashes.record(sharing.withheld)),
            keyOfGranted
                .multiply(hashes.record(sharing.granted).inverse())
                .multiply(hashes.record(sharing.withheld)),
            sharing.reKey.element().multiply(hashes.delegation(sharing.x, sharing.withheld)),
            trapdoor.element(),
            keyOfGranted.multiply(trapdoor.element()))) {
      assertThat(opens(pair(attempt, sharing.withheldCiphertext), sharing.withheldCiphertext))
          .isFalse();
    }
  }

  @Test
  void proxyAndGrantee_shouldNotOpenAnotherRecord_whenTheyGoThroughTheProtocol() {
    ReEncryptedRecord turned =
        pre.reEncrypt(sharing.reKey, sharing.sealed, sharing.withheldCiphertext);
    failed(
        () ->
            pre.decrypt(sharing.doctor.secretKey(), sharing.grantDigest, sharing.withheld, turned));
    failed(
        () ->
            pre.decrypt(sharing.doctor.secretKey(), sharing.grantDigest, sharing.granted, turned));
  }

  @Test
  void relabelling_shouldBeRefused_whenAnotherRecordTakesTheGrantedOnesIdentity() {
    ScopedHeader header = sharing.withheldCiphertext.header();
    ScopedCiphertext relabelled =
        new ScopedCiphertext(
            new ScopedHeader(
                sharing.granted, header.c1(), header.c3(), header.payloadDigest(), header.c5()),
            sharing.withheldCiphertext.payload());
    assertThat(pre.isValid(relabelled)).isFalse();
    failed(() -> pre.reEncrypt(sharing.reKey, sharing.sealed, relabelled));
    Gt y = pair(sharing.reKey.element(), relabelled);
    ReEncryptedRecord forced = new ReEncryptedRecord(relabelled, y, ByteString.of(sharing.sealed));
    failed(
        () ->
            pre.decrypt(sharing.doctor.secretKey(), sharing.grantDigest, sharing.granted, forced));
  }

  @Test
  void grant_shouldBeUseless_toAnotherDoctorOrUnderAnotherGrant() {
    ReEncryptedRecord turned = sharing.turned();
    failed(
        () ->
            pre.decrypt(
                sharing.otherDoctor.secretKey(), sharing.grantDigest, sharing.granted, turned));
    byte[] otherGrant = Digest.of(new byte[] {2}).bytes();
    failed(() -> pre.decrypt(sharing.doctor.secretKey(), otherGrant, sharing.granted, turned));
  }

  @Test
  void proxy_shouldNotRedirectAGrant_whenItSealsItsOwnSecretToAnotherDoctor() {
    DelegationSecret own = pre.newDelegation();
    HpkeKeyPair friend = sharing.otherDoctor;
    byte[] sealed = pre.sealDelegation(own, friend.publicKey(), sharing.grantDigest);
    ReEncryptedRecord turned = pre.reEncrypt(sharing.reKey, sealed, sharing.grantedCiphertext);
    failed(() -> pre.decrypt(friend.secretKey(), sharing.grantDigest, sharing.granted, turned));
  }

  @Test
  void strangerWithThePatientsPublicKey_shouldReadNothing() {
    failed(() -> pre.decrypt(pre.generate().secretKey(), sharing.grantedCiphertext));
    Gt guess = group.pair(hashes.record(sharing.granted), sharing.patient.publicKey().element());
    assertThat(opens(guess, sharing.grantedCiphertext)).isFalse();
  }

  @Test
  void trapdoor_shouldNotDecrypt_whenTheSymptomIsNamedLikeTheRecord() {
    Trapdoor trapdoor = pre.trapdoor(sharing.patient.secretKey(), sharing.granted.bytes());
    assertThat(
            opens(pair(trapdoor.element(), sharing.grantedCiphertext), sharing.grantedCiphertext))
        .isFalse();
  }

  @Test
  void signature_shouldNotDecrypt_whenOneKeyWasUsedForBoth() {
    byte[] encoded =
        org.epione.crypto.codec.CanonicalWriter.of("t", 1)
            .fixed(sharing.granted.bytes(), 16)
            .toByteArray();
    G1 signature =
        group.decodeG1(
            suite
                .bls()
                .sign(suite.bls().restore(sharing.patient.secretKey().export()), encoded)
                .encode());
    assertThat(opens(pair(signature, sharing.grantedCiphertext), sharing.grantedCiphertext))
        .isFalse();
  }

  @Test
  void ciphertext_shouldBeRefused_whenItIsReRandomised() {
    // Whoever does not know r can multiply it, but C5 binds C1.
    Scalar k = Scalar.of(5);
    ScopedHeader header = sharing.grantedCiphertext.header();
    ScopedHeader scaled =
        new ScopedHeader(
            header.record(),
            header.c1().power(k),
            header.c3(),
            header.payloadDigest(),
            header.c5().power(k));
    assertThat(pre.isValid(scaled)).isFalse();
    ScopedHeader negated =
        new ScopedHeader(
            header.record(),
            header.c1().inverse(),
            header.c3(),
            header.payloadDigest(),
            header.c5().inverse());
    assertThat(pre.isValid(negated)).isFalse();
  }

  @Test
  void ciphertext_shouldBeRefused_whenPartsOfTwoAreMixed() {
    ScopedHeader one = sharing.grantedCiphertext.header();
    ScopedHeader other = sharing.withheldCiphertext.header();
    List<ScopedHeader> mixed = new ArrayList<>();
    mixed.add(new ScopedHeader(one.record(), other.c1(), one.c3(), one.payloadDigest(), one.c5()));
    mixed.add(new ScopedHeader(one.record(), one.c1(), other.c3(), one.payloadDigest(), one.c5()));
    mixed.add(new ScopedHeader(one.record(), one.c1(), one.c3(), other.payloadDigest(), one.c5()));
    mixed.add(new ScopedHeader(one.record(), one.c1(), one.c3(), one.payloadDigest(), other.c5()));
    mixed.add(new ScopedHeader(other.record(), one.c1(), one.c3(), one.payloadDigest(), one.c5()));
    for (ScopedHeader header : mixed) {
      assertThat(pre.isValid(header)).isFalse();
    }
  }

  @Test
  void batch_shouldNameBoth_whenErrorsOfTwoRecordsCancel() {
    ScopedHeader one = sharing.grantedCiphertext.header();
    ScopedHeader other = sharing.withheldCiphertext.header();
    G1 error = group.generatorG1();
    List<ScopedHeader> attack =
        List.of(one, withC5(one, error), other, withC5(other, error.inverse()));
    assertThat(suite.batch().failing(attack.stream().map(pre::validity).toList()))
        .containsExactly(1, 3);
    assertThat(suite.batch().failing(List.of(pre.validity(one), pre.validity(other)))).isEmpty();
  }

  private static ScopedHeader withC5(ScopedHeader header, G1 error) {
    return new ScopedHeader(
        header.record(),
        header.c1(),
        header.c3(),
        header.payloadDigest(),
        header.c5().multiply(error));
  }

  @Test
  void ciphertext_shouldBeRefused_whenAnyByteIsChanged() {
    Tampering.everyByte(sharing.grantedCiphertext.encode())
        .forEach(changed -> assertThat(isValid(changed)).isFalse());
  }

  private boolean isValid(byte[] encoded) {
    try {
      return pre.isValid(pre.decodeCiphertext(encoded));
    } catch (MalformedEncodingException e) {
      return false;
    }
  }

  @Test
  void ciphertext_shouldNotOpen_whenOnlyItsProofOfValidityIsReplaced() {
    ScopedHeader header = sharing.grantedCiphertext.header();
    ScopedCiphertext unproven =
        new ScopedCiphertext(
            new ScopedHeader(
                header.record(),
                header.c1(),
                header.c3(),
                header.payloadDigest(),
                sharing.withheldCiphertext.header().c5()),
            sharing.grantedCiphertext.payload());
    failed(() -> pre.decrypt(sharing.patient.secretKey(), unproven));
    ReEncryptedRecord turned =
        new ReEncryptedRecord(unproven, sharing.turned().y(), ByteString.of(sharing.sealed));
    failed(
        () ->
            pre.decrypt(sharing.doctor.secretKey(), sharing.grantDigest, sharing.granted, turned));
  }

  @Test
  void header_shouldBeRefused_whenAnyByteIsChanged() {
    Tampering.everyByte(sharing.grantedCiphertext.header().encode())
        .forEach(changed -> assertThat(isValidHeader(changed)).isFalse());
  }

  private boolean isValidHeader(byte[] encoded) {
    try {
      return pre.isValid(pre.decodeHeader(encoded));
    } catch (MalformedEncodingException e) {
      return false;
    }
  }

  @Test
  void reEncryptedRecord_shouldNotOpen_whenAnyByteIsChanged() {
    Tampering.everyByte(sharing.turned().encode())
        .forEach(changed -> assertThat(granteeOpens(changed)).isFalse());
  }

  private boolean granteeOpens(byte[] encoded) {
    try {
      pre.decrypt(
          sharing.doctor.secretKey(),
          sharing.grantDigest,
          sharing.granted,
          pre.decodeReEncrypted(encoded));
      return true;
    } catch (MalformedEncodingException | DecryptionFailedException e) {
      return false;
    }
  }

  @Test
  void reEncryptionKey_shouldNotWork_whenAnyByteIsChanged() {
    Tampering.everyByte(sharing.reKey.encode())
        .forEach(changed -> assertThat(reKeyWorks(changed)).isFalse());
  }

  private boolean reKeyWorks(byte[] encoded) {
    try {
      ReEncryptionKey key = pre.decodeReEncryptionKey(encoded);
      return granteeOpens(pre.reEncrypt(key, sharing.sealed, sharing.grantedCiphertext).encode());
    } catch (MalformedEncodingException e) {
      return false;
    }
  }

  @Test
  void encryptor_shouldNotMakeARecordThatTwoReadersReadDifferently() {
    // Two payloads under two keys of the encryptor's choice: the commitment fits one only.
    byte[] associatedData = {1};
    SecretBytes one = SecretBytes.of(new byte[] {1});
    SecretBytes other = SecretBytes.of(new byte[] {2});
    byte[] sealed = dem.seal(one, DomainTag.SCOPED_PAYLOAD, associatedData, Sharing.DIAGNOSIS);
    assertThat(dem.open(one, DomainTag.SCOPED_PAYLOAD, associatedData, sealed))
        .isEqualTo(Sharing.DIAGNOSIS);
    failed(() -> dem.open(other, DomainTag.SCOPED_PAYLOAD, associatedData, sealed));
  }
}
