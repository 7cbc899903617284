package org.epione.crypto.scheme.abs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.Suites;
import org.epione.crypto.Tampering;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.pairing.G1;
import org.epione.crypto.pairing.Scalar;
import org.epione.crypto.pairing.SecretScalar;
import org.epione.crypto.pairing.blst.BlstGroup;
import org.epione.crypto.policy.AccessPolicy;
import org.epione.crypto.policy.Attribute;
import org.epione.crypto.policy.SpanProgram;
import org.epione.crypto.policy.SpanProgram.Weight;
import org.epione.crypto.scheme.abs.AttributeSecretKey.Credential;
import org.epione.crypto.secret.SecretAccess;
import org.epione.crypto.secret.SecretBytes;
import org.junit.jupiter.api.Test;

/** Attempts to sign without the attributes, carried out with the scheme's own parts. */
class AbsAttackTest {

  private static final byte[] MESSAGE = Members.message("outsource");
  private static final Attribute A = Attribute.of("a");
  private static final Attribute B = Attribute.of("b");

  private final CryptoSuite suite = Suites.blst("abs attacks");
  private final Members members = new Members(suite);
  private final Generators generators = new Generators(BlstGroup.load());

  /** Signs with any credentials and weights, as a dishonest signer would. */
  private AttributeBasedSignature cheat(
      AttributeSecretKey key, String policy, List<Weight> weights) {
    AccessPolicy parsed = AccessPolicy.parse(policy);
    return key.tau()
        .use(
            tau ->
                new Signer(generators, suite.random(), key, tau)
                    .sign(
                        parsed.spanProgram(),
                        weights,
                        each -> each.challenge(members.issuer.publicKey(), parsed, MESSAGE)));
  }

  private void refused(String policy, AttributeBasedSignature signature) {
    assertThat(members.verify(policy, MESSAGE, signature)).isFalse();
  }

  private static List<Weight> both(long first, long second) {
    return List.of(new Weight(0, Scalar.of(first)), new Weight(1, Scalar.of(second)));
  }

  @Test
  void pooledKeys_shouldNotSign() {
    AttributeSecretKey one = members.key("a");
    AttributeSecretKey other = members.key("b");
    AttributeSecretKey pooled =
        new AttributeSecretKey(
            one.tau(), Map.of(A, one.credentials().get(A), B, other.credentials().get(B)));
    assertThat(members.abs.isValid(members.issuer.publicKey(), pooled)).isFalse();
    refused("a and b", cheat(pooled, "a and b", both(1, 1)));
    assertThat(members.verify("a or b", MESSAGE, cheat(pooled, "a or b", List.of(weight(0)))))
        .isTrue();
  }

  private static Weight weight(int row) {
    return new Weight(row, Scalar.of(1));
  }

  @Test
  void credentialForAnotherAttribute_shouldNotSign() {
    AttributeSecretKey key = members.key("c");
    Credential credential = key.credentials().get(Attribute.of("c"));
    AttributeSecretKey renamed = new AttributeSecretKey(key.tau(), Map.of(A, credential));
    assertThat(members.abs.isValid(members.issuer.publicKey(), renamed)).isFalse();
    refused("a", cheat(renamed, "a", List.of(weight(0))));
    refused("a or b", cheat(renamed, "a or b", List.of(weight(0))));
  }

  /** What breaks the third instantiation of the paper: one key spread over the rows of an or. */
  @Test
  void credentialSpreadOverRows_shouldNotSign() {
    AttributeSecretKey key = members.key("c");
    Credential credential = key.credentials().get(Attribute.of("c"));
    AttributeSecretKey spread =
        new AttributeSecretKey(key.tau(), Map.of(A, credential, B, credential));
    for (long share : new long[] {1, 2, 88, -87}) {
      refused("a or b", cheat(spread, "a or b", both(share, 1 - share)));
    }
  }

  @Test
  void inventedCredential_shouldNotSign() {
    Map<Attribute, Credential> invented = new HashMap<>();
    invented.put(A, new Credential(generators.certified(B), SecretScalar.random(suite.random())));
    AttributeSecretKey key = new AttributeSecretKey(SecretScalar.random(suite.random()), invented);
    assertThat(members.abs.isValid(members.issuer.publicKey(), key)).isFalse();
    refused("a", cheat(key, "a", List.of(weight(0))));
  }

  /** All rows simulated: then the parts of the challenge add up to nothing. */
  @Test
  void simulatedRowsOnly_shouldNotSign() {
    AttributeSecretKey key = members.key("c");
    refused("a or b", cheat(key, "a or b", List.of()));
    refused("2 of (a, b, c)", cheat(key, "2 of (a, b, c)", List.of()));
    assertThat(members.verify("a or c", MESSAGE, cheat(key, "a or c", List.of(weight(1)))))
        .isTrue();
  }

  /** With an {@code or}, one row proven for more than its part leaves the sum wrong. */
  @Test
  void tooFewRows_shouldNotSign_whateverTheirWeight() {
    AttributeSecretKey key = members.key("a");
    refused("a and b", cheat(key, "a and b", List.of(weight(0))));
    for (long omega : new long[] {1, 2, 3, -1}) {
      refused(
          "2 of (a, b, c)", cheat(key, "2 of (a, b, c)", List.of(new Weight(0, Scalar.of(omega)))));
    }
  }

  @Test
  void rowsOfTwoSignatures_shouldNotCombine() {
    AttributeBasedSignature one = members.sign(members.key("a"), "a or b", MESSAGE);
    AttributeBasedSignature other = members.sign(members.key("a"), "a or b", MESSAGE);
    refused("a or b", new AttributeBasedSignature(other.commitment(), one.rows()));
    refused(
        "a or b",
        new AttributeBasedSignature(
            one.commitment(), List.of(one.rows().get(0), other.rows().get(1))));
    refused(
        "a or b",
        new AttributeBasedSignature(
            one.commitment(), List.of(one.rows().get(1), one.rows().get(0))));
    refused("a or b", new AttributeBasedSignature(one.commitment(), one.rows().subList(0, 1)));
    List<RowProof> more = new ArrayList<>(one.rows());
    more.add(one.rows().get(0));
    refused("a or b", new AttributeBasedSignature(one.commitment(), more));
  }

  /** The pairings refuse b that is not a^x, also where two errors cancel. */
  @Test
  void errorsThatCancel_shouldBeRefused() {
    AttributeBasedSignature signature = members.sign(members.key("a"), "a or b", MESSAGE);
    G1 error = generators.certified(A);
    refused(
        "a or b",
        new AttributeBasedSignature(
            signature.commitment(),
            List.of(
                withB(signature.rows().get(0), signature.rows().get(0).b().multiply(error)),
                withB(
                    signature.rows().get(1),
                    signature.rows().get(1).b().multiply(error.inverse())))));
  }

  private static RowProof withB(RowProof row, G1 b) {
    return new RowProof(row.a(), b, row.c(), row.e(), row.r(), row.t(), row.rho());
  }

  @Test
  void changedSignature_shouldBeRefused_atEveryByte() {
    byte[] encoded = members.sign(members.key("b"), "a or b", MESSAGE).encode();
    Tampering.everyByte(encoded).forEach(this::refused);
  }

  private void refused(byte[] changed) {
    AttributeBasedSignature signature;
    try {
      signature = members.abs.decodeSignature(changed);
    } catch (MalformedEncodingException e) {
      return;
    }
    refused("a or b", signature);
  }

  @Test
  void decodeSignature_shouldRefuse_identityAndWrongSubgroupAndLargeScalars() {
    byte[] encoded = members.sign(members.key("a"), "a or b", MESSAGE).encode();
    byte[] identity = new byte[G1.LENGTH];
    identity[0] = (byte) 0xc0;
    byte[] offSubgroup = new byte[G1.LENGTH];
    offSubgroup[0] = (byte) 0x80;
    offSubgroup[G1.LENGTH - 1] = 4; // x = 4 is on the curve, and of another order
    byte[] order = Arrays.copyOfRange(Scalar.ORDER.toByteArray(), 0, Scalar.LENGTH);
    for (int at : new int[] {22, 74, 122, 330}) {
      malformed(encoded, identity, at);
      malformed(encoded, offSubgroup, at);
    }
    IntStream.range(0, 5).forEach(i -> malformed(encoded, order, 170 + i * Scalar.LENGTH));
  }

  private void malformed(byte[] encoded, byte[] part, int at) {
    byte[] changed = encoded.clone();
    System.arraycopy(part, 0, changed, at, part.length);
    assertThat(changed).isNotEqualTo(encoded);
    assertThatThrownBy(() -> members.abs.decodeSignature(changed))
        .isInstanceOf(MalformedEncodingException.class);
  }

  @Test
  void changedKey_shouldBeRefused_atEveryByte() {
    byte[] exported = members.key("a", "b").export().reveal(SecretAccess.token());
    Tampering.everyByte(exported)
        .forEach(
            changed -> {
              try {
                AttributeSecretKey key = members.abs.restoreKey(SecretBytes.of(changed));
                assertThat(members.abs.isValid(members.issuer.publicKey(), key)).isFalse();
              } catch (MalformedEncodingException e) {
                assertThat(e.getMessage()).doesNotContainPattern("[0-9a-f]{16}");
              }
            });
  }

  /** Beyond that equation the parts are random, so that they do not show which rows are proven. */
  @Test
  void partsOfTheChallenge_shouldFulfilOneEquationOnly_whoeverSigned() {
    String policy = "a or 2 of (b, c, d)";
    SpanProgram program = AccessPolicy.parse(policy).spanProgram();
    for (String[] names : new String[][] {{"a"}, {"b", "c"}, {"c", "d"}, {"a", "b", "c", "d"}}) {
      List<Scalar> parts =
          members.sign(members.key(names), policy, MESSAGE).rows().stream()
              .map(RowProof::c)
              .toList();
      List<Scalar> sum = program.combination(parts);
      assertThat(sum.get(0).isZero()).isFalse();
      assertThat(sum.get(1).isZero()).isTrue();
      assertThat(parts).doesNotHaveDuplicates().noneMatch(Scalar::isZero);
    }
  }
}
