package org.epione.crypto.scheme.multisig;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.Suites;
import org.epione.crypto.identity.Pseudonym;
import org.epione.crypto.pairing.PairingEquation;
import org.epione.crypto.signature.Bls;
import org.epione.crypto.signature.BlsSignature;
import org.epione.crypto.signature.PossessedKey;
import org.epione.crypto.vectors.TestVector;
import org.epione.crypto.vectors.VectorFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MultisignatureVectorsTest {

  private final CryptoSuite suite = Suites.blst("vectors");
  private final Bls bls = suite.bls();

  static Stream<TestVector> vectors() {
    return VectorFile.stream("multisig/verify.json");
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void verifyComplete_shouldBeValid_orNameTheFault(TestVector vector) {
    Optional<SigningOrder> order = order(vector);
    String found =
        order
            .map(
                known ->
                    suite
                        .multisignature()
                        .verifyComplete(known, statements(vector), aggregate(vector))
                        .name())
            .orElse("POSSESSION");
    assertThat(found).isEqualTo(vector.isValid() ? "VALID" : vector.inputText("faultText"));
    assertThat(order.map(known -> holdsInABatch(known, vector)).orElse(false))
        .isEqualTo(vector.isValid());
  }

  /** Together with one that holds. */
  private boolean holdsInABatch(SigningOrder order, TestVector vector) {
    TestVector good = vectors().filter(TestVector::isValid).findFirst().orElseThrow();
    Optional<PairingEquation> equation =
        suite.multisignature().completeEquation(order, statements(vector), aggregate(vector));
    PairingEquation other =
        suite
            .multisignature()
            .completeEquation(order(good).orElseThrow(), statements(good), aggregate(good))
            .orElseThrow();
    return equation.isPresent() && suite.batch().failing(List.of(other, equation.get())).isEmpty();
  }

  /** Empty if some key is not possessed. */
  private Optional<SigningOrder> order(TestVector vector) {
    List<byte[]> ids = vector.inputList("signers");
    List<byte[]> keys = vector.inputList("publicKeys");
    List<byte[]> proofs = vector.inputList("possessions");
    List<SigningOrder.Signer> signers = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      Optional<PossessedKey> key =
          bls.possessed(bls.decodePublicKey(keys.get(i)), bls.decodePossession(proofs.get(i)));
      if (key.isEmpty()) {
        return Optional.empty();
      }
      signers.add(new SigningOrder.Signer(Pseudonym.of(ids.get(i)), key.get()));
    }
    return Optional.of(new SigningOrder(signers));
  }

  private static List<Statement> statements(TestVector vector) {
    return vector.inputList("statements").stream().map(Statement::decode).toList();
  }

  private BlsSignature aggregate(TestVector vector) {
    return bls.decodeSignature(vector.input("aggregate"));
  }
}
