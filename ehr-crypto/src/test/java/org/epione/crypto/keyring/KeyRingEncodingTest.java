package org.epione.crypto.keyring;

import java.util.List;
import java.util.Map;
import org.epione.crypto.Suites;
import org.epione.crypto.encoding.Encoding;
import org.epione.crypto.encoding.EncodingContract;
import org.epione.crypto.hybrid.Aead;
import org.epione.crypto.secret.SecretBytes;

class KeyRingEncodingTest extends EncodingContract {

  @Override
  protected List<Encoding<?>> encodings() {
    Aead aead = Suites.blst("wrapped keys").aead();
    KeyRing late = KeyRing.of(aead, "z", Map.of(WrappedKey.MAX_EPOCH, aead.generateKey()));
    KeyRing ring = KeyRing.generate(aead, "key-store");
    return List.of(
        Encoding.of(
            WrappedKey.class,
            WrappedKey::decode,
            WrappedKey::encode,
            ring.wrap(new KeyName("server-keys", "HOSPITAL-A"), aead.generateKey()),
            late.wrap(new KeyName("k", "~"), SecretBytes.of(new byte[1]))));
  }
}
