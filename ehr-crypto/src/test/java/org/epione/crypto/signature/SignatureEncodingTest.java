package org.epione.crypto.signature;

import java.util.List;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.Suites;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.encoding.Encoding;
import org.epione.crypto.encoding.EncodingContract;

class SignatureEncodingTest extends EncodingContract {

  private final CryptoSuite suite = Suites.blst("signature encodings");

  @Override
  protected List<Encoding<?>> encodings() {
    Bls bls = suite.bls();
    BlsSecretKey key = bls.generate();
    byte[] message = CanonicalWriter.of("epione.test", 1).toByteArray();
    return List.of(
        Encoding.secret(BlsSecretKey.class, bls::restore, BlsSecretKey::export, key),
        Encoding.of(
            BlsPublicKey.class, bls::decodePublicKey, BlsPublicKey::encode, key.publicKey()),
        Encoding.of(
            BlsSignature.class, bls::decodeSignature, BlsSignature::encode, bls.sign(key, message)),
        Encoding.of(
            ProofOfPossession.class,
            bls::decodePossession,
            ProofOfPossession::encode,
            bls.provePossession(key)),
        Encoding.of(
            Ed25519PublicKey.class,
            suite.ed25519()::decodePublicKey,
            Ed25519PublicKey::encode,
            suite.ed25519().generate().publicKey()));
  }
}
