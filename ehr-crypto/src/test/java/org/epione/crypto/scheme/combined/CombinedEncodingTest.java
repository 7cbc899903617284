package org.epione.crypto.scheme.combined;

import java.util.List;
import org.epione.crypto.Suites;
import org.epione.crypto.encoding.Encoding;
import org.epione.crypto.encoding.EncodingContract;
import org.epione.crypto.policy.AccessPolicy;

class CombinedEncodingTest extends EncodingContract {

  private final Practice practice = new Practice(Suites.blst("combined encodings"));
  private final HolderKeys keys = practice.keys;
  private final IdentityBasedEncryption ibe = practice.ibe;

  @Override
  protected List<Encoding<?>> encodings() {
    RecordCiphertext ciphertext =
        ibe.encrypt(Practice.ANNA, practice.record, Practice.DATA, new byte[2]);
    RecordReEncryptionKey reKey =
        practice.abpre.reKey(keys.derive(practice.anna, practice.record), practice.terms("a"));
    return List.of(
        Encoding.secret(
            MasterKey.class, practice.authority::restore, MasterKey::export, practice.master),
        Encoding.of(
            PublicParameters.class,
            practice.authority::decodeParameters,
            PublicParameters::encode,
            practice.parameters),
        Encoding.secret(
            IdentityKey.class, keys::restoreIdentityKey, IdentityKey::export, practice.anna),
        Encoding.secret(
            RecordKey.class,
            keys::restoreRecordKey,
            RecordKey::export,
            keys.derive(practice.anna, practice.record)),
        Encoding.secret(
            AttributeKey.class,
            keys::restoreAttributeKey,
            AttributeKey::export,
            practice.holder("a"),
            practice.holder("role:nurse", "ward:3")),
        Encoding.of(
            AttributeCiphertext.class,
            practice.abe::decodeCiphertext,
            AttributeCiphertext::encode,
            practice.abe.encrypt(AccessPolicy.parse("a"), Practice.DATA, new byte[0]),
            practice.abe.encrypt(AccessPolicy.parse("2 of (a, b, c)"), Practice.DATA, new byte[2])),
        Encoding.of(
            ReEncryptionTerms.class,
            ReEncryptionTerms::decode,
            ReEncryptionTerms::encode,
            practice.terms("a")),
        Encoding.of(
            RecordReEncryptionKey.class,
            practice.abpre::decodeReEncryptionKey,
            RecordReEncryptionKey::encode,
            reKey),
        Encoding.of(
            TurnedRecord.class,
            practice.abpre::decodeTurned,
            TurnedRecord::encode,
            practice.abpre.reEncrypt(reKey, ciphertext)),
        Encoding.of(
            IdentityBasedSignature.class,
            practice.ibs::decodeSignature,
            IdentityBasedSignature::encode,
            practice.ibs.sign(practice.anna, new byte[0])),
        Encoding.of(
            IdentityCiphertext.class,
            ibe::decodeCiphertext,
            IdentityCiphertext::encode,
            ibe.encrypt(Practice.ANNA, Practice.DATA, new byte[0])),
        Encoding.of(
            RecordCiphertext.class, ibe::decodeRecord, RecordCiphertext::encode, ciphertext));
  }
}
