package org.epione.crypto.scheme.abs;

import java.util.List;
import org.epione.crypto.Suites;
import org.epione.crypto.encoding.Encoding;
import org.epione.crypto.encoding.EncodingContract;

class AbsEncodingTest extends EncodingContract {

  private final Members members = new Members(Suites.blst("abs encodings"));

  @Override
  protected List<Encoding<?>> encodings() {
    AttributeBasedSignatures abs = members.abs;
    return List.of(
        Encoding.secret(
            IssuerSecretKey.class,
            secret -> abs.restoreIssuer(secret).secretKey(),
            IssuerSecretKey::export,
            members.issuer.secretKey()),
        Encoding.of(
            IssuerPublicKey.class,
            abs::decodePublicKey,
            IssuerPublicKey::encode,
            members.issuer.publicKey()),
        Encoding.secret(
            AttributeSecretKey.class,
            abs::restoreKey,
            AttributeSecretKey::export,
            members.key("a"),
            members.key("role:nurse", "ward:5")),
        Encoding.of(
            AttributeBasedSignature.class,
            abs::decodeSignature,
            AttributeBasedSignature::encode,
            members.sign(members.key("a"), "a", Members.message("")),
            members.sign(members.key("a"), "a or b", Members.message("query"))));
  }
}
