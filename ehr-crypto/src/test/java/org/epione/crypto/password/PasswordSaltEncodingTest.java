package org.epione.crypto.password;

import java.util.List;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.encoding.Encoding;
import org.epione.crypto.encoding.EncodingContract;

class PasswordSaltEncodingTest extends EncodingContract {

  @Override
  protected List<Encoding<?>> encodings() {
    ByteString salt = ByteString.of(new byte[PasswordSalt.LENGTH]);
    return List.of(
        Encoding.of(
            PasswordSalt.class,
            PasswordSalt::decode,
            PasswordSalt::encode,
            new PasswordSalt(salt, new PasswordParameters(65536, 3, 1))));
  }
}
