package org.epione.crypto.scheme.abs;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.epione.crypto.counting.Algorithm;
import org.epione.crypto.counting.OperationCountContract;

class AbsCountsTest extends OperationCountContract {

  private static final byte[] MESSAGE = Members.message("counted");

  @Override
  protected String section() {
    return "Attribute-based signatures";
  }

  @Override
  protected List<Algorithm> algorithms() {
    return Stream.of(2, 5).flatMap(this::withAttributes).toList();
  }

  private Stream<Algorithm> withAttributes(int n) {
    Members it = new Members(suite());
    String[] attributes =
        IntStream.range(0, n).mapToObj(i -> "attribute" + i).toArray(String[]::new);
    AttributeSecretKey all = it.key(attributes);
    AttributeSecretKey one = it.key(attributes[0]);
    String and = String.join(" and ", attributes);
    String or = String.join(" or ", attributes);
    AttributeBasedSignature signature = it.sign(all, and, MESSAGE);
    byte[] encoded = signature.encode();
    return Stream.of(
            Algorithm.of("issue", () -> it.key(attributes)),
            Algorithm.of("isValid", () -> it.abs.isValid(it.issuer.publicKey(), all)),
            Algorithm.of("sign, all of n", () -> it.sign(all, and, MESSAGE)),
            Algorithm.of("sign, one of n", () -> it.sign(one, or, MESSAGE)),
            Algorithm.of("verify", () -> it.verify(and, MESSAGE, signature)),
            Algorithm.of("decodeSignature", () -> it.abs.decodeSignature(encoded)))
        .map(each -> new Algorithm(each.row(), Map.of("n", n), each.action()));
  }
}
