package org.epione.crypto.scheme.combined;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.epione.crypto.Suites;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.hybrid.DecryptionFailedException;
import org.epione.crypto.hybrid.FujisakiOkamoto.Sealed;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.pairing.G1;
import org.epione.crypto.pairing.Gt;
import org.epione.crypto.pairing.Scalar;
import org.epione.crypto.pairing.SecretScalar;
import org.epione.crypto.transcript.DomainTag;
import org.junit.jupiter.api.Test;

/** What the cloud and consumers could try, alone and together, carried out. */
class ReEncryptionAttackTest {

  private final Practice practice = new Practice(Suites.blst("abpre attacks"));
  private final PublicParameters pp = practice.parameters;
  private final AttributeBasedReEncryption abpre = practice.abpre;
  private final G1 q = pp.group().hashToG1(DomainTag.ABPRE_BASE, new byte[0]);
  private final RecordKey recordKey = practice.keys.derive(practice.anna, practice.record);
  private final ReEncryptionTerms terms = practice.terms("a");
  private final RecordReEncryptionKey reKey = abpre.reKey(recordKey, terms);
  private final AttributeKey consumer = practice.holder("a");
  private final RecordCiphertext granted =
      practice.ibe.encrypt(Practice.ANNA, practice.record, Practice.DATA, Practice.DIAGNOSIS);
  private final RecordCiphertext withheld =
      practice.ibe.encrypt(Practice.ANNA, practice.otherRecord, Practice.DATA, Practice.DIAGNOSIS);

  private static void failed(Runnable attempt) {
    assertThatThrownBy(attempt::run).isInstanceOf(DecryptionFailedException.class);
  }

  /** What cloud and consumer find together: the blinding taken off. */
  private SecondLevel pooled() {
    try (SecretScalar theta =
        BlindingFactor.decrypt(practice.abe, consumer, terms, reKey.theta())) {
      SecondLevel blinded = reKey.blinded();
      return new SecondLevel(
          blinded.k0().multiply(theta.raise(q).inverse()),
          blinded.k1(),
          blinded.k2(),
          blinded.k3());
    }
  }

  private RecordKey named(RecordId record, SecondLevel elements) {
    return new RecordKey(Practice.ANNA, record, elements);
  }

  @Test
  void cloud_shouldReadNothing_whenItHoldsItsReEncryptionKeysAlone() {
    SecondLevel one = reKey.blinded();
    SecondLevel two = abpre.reKey(recordKey, terms).blinded();
    for (SecondLevel attempt :
        List.of(
            one,
            new SecondLevel(one.k0().multiply(q.inverse()), one.k1(), one.k2(), one.k3()),
            new SecondLevel(two.k0(), one.k1(), one.k2(), one.k3()),
            new SecondLevel(
                one.k0().multiply(two.k0().inverse()),
                one.k1().multiply(two.k1().inverse()),
                one.k2().multiply(two.k2().inverse()),
                one.k3().multiply(two.k3().inverse())))) {
      failed(() -> practice.ibe.decrypt(named(practice.record, attempt), Practice.DATA, granted));
    }
  }

  @Test
  void cloudAndConsumer_shouldGetTheGrantedRecordsKeyOnly_whenTheyPoolAllTheyHold() {
    SecondLevel key = pooled();
    assertThat(practice.ibe.decrypt(named(practice.record, key), Practice.DATA, granted))
        .as("known limit: together they keep the granted record's key")
        .isEqualTo(Practice.DIAGNOSIS);
    assertThat(key.k1())
        .as("not the patient's own, but one made for this")
        .isNotEqualTo(recordKey.elements().k1());
    Scalar tau = Scalar.of(3);
    G1 wanted = pp.hash(practice.otherRecord);
    G1 held = pp.hash(practice.record);
    for (SecondLevel attempt :
        List.of(
            key,
            new SecondLevel(
                key.k0(), key.k1(), key.k2(), key.k3().multiply(wanted).multiply(held.inverse())),
            new SecondLevel(
                key.k0().multiply(pp.a().power(tau)),
                key.k1(),
                pp.generator().power(tau),
                key.k3().multiply(wanted.power(tau))),
            new SecondLevel(
                key.k0().multiply(pp.a().power(tau)),
                key.k1(),
                key.k2().multiply(pp.generator().power(tau)),
                key.k3().multiply(wanted.power(tau))))) {
      failed(
          () ->
              practice.ibe.decrypt(named(practice.otherRecord, attempt), Practice.DATA, withheld));
    }
  }

  @Test
  void cloudAndConsumer_shouldNotGetTheIdentityKey_norSign() {
    SecondLevel key = pooled();
    IdentityKey guess =
        new IdentityKey(
            Practice.ANNA,
            practice.anna.hashed(),
            new IdentityKey.Elements(key.k0(), key.k1(), key.k3()));
    assertThat(guess.isIssuedUnder(pp, practice.suite.random())).isFalse();
    failed(() -> practice.ibe.decrypt(guess, Practice.DATA, withheld));
    byte[] message = practice.record.bytes();
    assertThat(practice.ibs.verify(Practice.ANNA, message, new IdentityBasedSignature(key)))
        .isFalse();
    assertThat(practice.ibs.verify(Practice.ANNA, message, practice.ibs.sign(guess, message)))
        .isFalse();
  }

  @Test
  void cloud_shouldNotTurnAnotherRecord_underTheSameKey() {
    failed(() -> abpre.reEncrypt(reKey, withheld));
    RecordKem kem = new RecordKem(pp, Practice.ANNA, practice.otherRecord);
    Gt x = kem.decapsulate(reKey.blinded(), withheld.sealed().header());
    ReEncryptionTerms widened =
        new ReEncryptionTerms(
            terms.patient(),
            practice.otherRecord,
            terms.consumers(),
            terms.purpose(),
            terms.notBefore(),
            terms.notAfter(),
            terms.grant());
    for (ReEncryptionTerms claimed : List.of(terms, widened)) {
      TurnedRecord forced = new TurnedRecord(claimed, withheld, x, reKey.theta());
      failed(() -> abpre.decrypt(consumer, claimed, Practice.DATA, forced));
    }
    RecordCiphertext relabelled =
        new RecordCiphertext(Practice.ANNA, practice.record, withheld.sealed());
    TurnedRecord turned = abpre.reEncrypt(reKey, relabelled);
    failed(() -> abpre.decrypt(consumer, terms, Practice.DATA, turned));
  }

  @Test
  void consumersOfTwoGrants_shouldNotMixThem() {
    ReEncryptionTerms others = practice.terms("b");
    RecordReEncryptionKey second = abpre.reKey(recordKey, others);
    Gt x = abpre.reEncrypt(second, granted).x();
    TurnedRecord mixed = new TurnedRecord(terms, granted, x, reKey.theta());
    failed(() -> abpre.decrypt(consumer, terms, Practice.DATA, mixed));
    TurnedRecord borrowed = new TurnedRecord(terms, granted, x, second.theta());
    failed(() -> abpre.decrypt(consumer, terms, Practice.DATA, borrowed));
    failed(() -> abpre.decrypt(practice.holder("b"), terms, Practice.DATA, borrowed));
  }

  @Test
  void changedRecord_shouldBeTurnedAndThenRefusedByTheConsumer() {
    // The proxy cannot tell; whoever finds the seed can.
    Sealed<RecordKem.Header> sealed = granted.sealed();
    RecordKem.Header header = sealed.header();
    Scalar delta = Scalar.of(29);
    RecordKem.Header moved =
        new RecordKem.Header(
            header.c1(),
            header.c21().multiply(practice.anna.hashed().power(delta).inverse()),
            header.c22().multiply(pp.hash(practice.record).power(delta).inverse()),
            header.c3().multiply(pp.generator().power(delta)));
    RecordCiphertext changed =
        new RecordCiphertext(
            Practice.ANNA, practice.record, new Sealed<>(moved, sealed.seed(), sealed.payload()));
    TurnedRecord turned = abpre.reEncrypt(reKey, changed);
    assertThat(turned.x()).isEqualTo(abpre.reEncrypt(reKey, granted).x());
    failed(() -> abpre.decrypt(consumer, terms, Practice.DATA, turned));
  }

  @Test
  void turnedRecord_shouldNotBeTurnedAgain() {
    byte[] turned = abpre.reEncrypt(reKey, granted).encode();
    assertThatThrownBy(() -> practice.ibe.decodeRecord(turned))
        .isInstanceOf(MalformedEncodingException.class);
    assertThatThrownBy(() -> practice.abe.decodeCiphertext(turned))
        .isInstanceOf(MalformedEncodingException.class);
  }

  @Test
  void theta_shouldBeRefused_whenItIsNoExponent() {
    // Someone other than the patient encrypts something else to the policy, under the same terms.
    for (byte[] content : List.of(new byte[31], new byte[32], new byte[0])) {
      AttributeCiphertext theta = practice.abe.encrypt(terms.consumers(), terms.encode(), content);
      TurnedRecord turned =
          new TurnedRecord(terms, granted, abpre.reEncrypt(reKey, granted).x(), theta);
      failed(() -> abpre.decrypt(consumer, terms, Practice.DATA, turned));
    }
  }

  @Test
  void paperScheme_wouldGiveAwayAllRecords_whichThisOneDoesNot() {
    // BCES blinds the patient's first-level key: cloud and consumer then hold it.
    Scalar theta = Scalar.of(31);
    IdentityKey.Elements own = practice.anna.elements();
    G1 blinded = own.k0().multiply(q.power(theta));
    IdentityKey recovered =
        new IdentityKey(
            Practice.ANNA,
            practice.anna.hashed(),
            new IdentityKey.Elements(
                blinded.multiply(q.power(theta).inverse()), own.k1(), own.kId()));
    assertThat(practice.ibe.decrypt(recovered, Practice.DATA, withheld))
        .isEqualTo(Practice.DIAGNOSIS);
    SecondLevel key = pooled();
    failed(() -> practice.ibe.decrypt(named(practice.otherRecord, key), Practice.DATA, withheld));
  }
}
