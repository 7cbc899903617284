package org.epione.crypto.hybrid;

import java.util.List;
import org.epione.crypto.Suites;
import org.epione.crypto.encoding.Encoding;
import org.epione.crypto.encoding.EncodingContract;

class HybridEncodingTest extends EncodingContract {

  @Override
  protected List<Encoding<?>> encodings() {
    Hpke hpke = Suites.blst("hybrid encodings").hpke();
    HpkeKeyPair keys = hpke.generate();
    return List.of(
        Encoding.of(
            HpkePublicKey.class, hpke::decodePublicKey, HpkePublicKey::encode, keys.publicKey()),
        Encoding.secret(
            HpkeSecretKey.class,
            secret -> hpke.restore(secret).secretKey(),
            HpkeSecretKey::export,
            keys.secretKey()));
  }
}
