package org.epione.crypto.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.pairing.BilinearGroup;
import org.epione.crypto.pairing.G1;
import org.epione.crypto.pairing.Scalar;
import org.epione.crypto.pairing.blst.BlstGroup;
import org.epione.crypto.random.DeterministicRandomSource;
import org.epione.crypto.transcript.DomainTag;
import org.junit.jupiter.api.Test;

/**
 * The attacker publishes a key made from the victim's, pk' = ĝ^a / pk, whose secret nobody knows,
 * and signs alone for both.
 */
class RogueKeyAttackTest {

  private static final byte[] MESSAGE =
      CanonicalWriter.of("test.message", 1).text("both of us say so").toByteArray();

  private final BilinearGroup group = BlstGroup.load();
  private final DeterministicRandomSource random = new DeterministicRandomSource("rogue");
  private final Bls bls = new Bls(group, random);
  private final BlsSecretKey victim = bls.generate();
  private final Scalar a = Scalar.random(random);
  private final BlsPublicKey rogue =
      new BlsPublicKey(
          group.generatorG2().power(a).multiply(victim.publicKey().element().inverse()));

  @Test
  void forgery_shouldSucceed_whenPossessionIsNotChecked() {
    BlsSignature forged =
        new BlsSignature(group.hashToG1(DomainTag.BLS_SIGNATURE, MESSAGE).power(a));
    assertThat(
            bls.verifyAggregate(
                List.of(new PossessedKey(victim.publicKey()), new PossessedKey(rogue)),
                List.of(MESSAGE, MESSAGE),
                forged))
        .isTrue();
  }

  @Test
  void possessed_shouldBeEmpty_whateverTheAttackerCanMake() {
    G1 hashOfRogue = group.hashToG1(DomainTag.BLS_POSSESSION, rogue.encode());
    G1 victimsProof = bls.provePossession(victim).element();
    for (G1 attempt :
        List.of(
            hashOfRogue.power(a),
            hashOfRogue.power(a).multiply(victimsProof.inverse()),
            victimsProof,
            victimsProof.inverse(),
            bls.sign(victim, MESSAGE).element())) {
      assertThat(bls.possessed(rogue, new ProofOfPossession(attempt))).isEmpty();
    }
  }
}
