package org.epione.crypto.pairing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.pairing.blst.BlstGroup;
import org.epione.crypto.transcript.DomainTag;
import org.junit.jupiter.api.Test;

/** The self-test finds a backend that does one thing wrong. */
class SelfTestTest {

  private static void refused(BilinearGroup group) {
    assertThatThrownBy(() -> SelfTest.run(group)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void run_shouldFail_whenHashIsNotTheStandardOne() {
    refused(
        new Delegating() {
          @Override
          public G1 hashToG1(DomainTag tag, byte[] message) {
            return super.hashToG1(DomainTag.BLS_SIGNATURE, message);
          }
        });
  }

  @Test
  void run_shouldFail_whenProductDropsATerm() {
    refused(
        new Delegating() {
          @Override
          public Gt product(List<PairingTerm> terms) {
            return super.product(terms.subList(0, 1));
          }
        });
  }

  @Test
  void run_shouldFail_whenEverythingPairsToOne() {
    refused(
        new Delegating() {
          @Override
          public Gt product(List<PairingTerm> terms) {
            return super.product(List.of());
          }
        });
  }

  @Test
  void run_shouldFail_whenProductOfPowersForgetsABase() {
    refused(
        new Delegating() {
          @Override
          public G1 productOfPowersG1(List<G1> bases, List<Scalar> exponents) {
            return super.productOfPowersG1(bases.subList(0, 1), exponents.subList(0, 1));
          }
        });
  }

  @Test
  void run_shouldFail_whenPairingValuesAreReadWrongly() {
    refused(
        new Delegating() {
          @Override
          public Gt decodeGt(byte[] encoded) {
            Gt value = super.decodeGt(encoded);
            return value.multiply(value);
          }
        });
  }

  @Test
  void run_shouldFail_whenOwnPairingValuesAreRefused() {
    refused(
        new Delegating() {
          @Override
          public Gt decodeGt(byte[] encoded) {
            throw new MalformedEncodingException("layout");
          }
        });
  }

  @Test
  void run_shouldFail_whenHashToG2IsAnother() {
    refused(
        new Delegating() {
          @Override
          public G2 hashToG2(DomainTag tag, byte[] message) {
            return super.hashToG2(tag, message).inverse();
          }
        });
  }

  @Test
  void run_shouldFail_whenIdentityIsAccepted() {
    refused(
        new Delegating() {
          @Override
          public G1 decodeG1(byte[] encoded) {
            return (encoded[0] & 0x40) == 0 ? super.decodeG1(encoded) : generatorG1();
          }
        });
  }

  private static class Delegating implements BilinearGroup {
    private final BilinearGroup group = BlstGroup.load();

    @Override
    public String name() {
      return "faulty";
    }

    @Override
    public G1 generatorG1() {
      return group.generatorG1();
    }

    @Override
    public G2 generatorG2() {
      return group.generatorG2();
    }

    @Override
    public G1 hashToG1(DomainTag tag, byte[] message) {
      return group.hashToG1(tag, message);
    }

    @Override
    public G2 hashToG2(DomainTag tag, byte[] message) {
      return group.hashToG2(tag, message);
    }

    @Override
    public G1 decodeG1(byte[] encoded) {
      return group.decodeG1(encoded);
    }

    @Override
    public G2 decodeG2(byte[] encoded) {
      return group.decodeG2(encoded);
    }

    @Override
    public Gt decodeGt(byte[] encoded) {
      return group.decodeGt(encoded);
    }

    @Override
    public Gt product(List<PairingTerm> terms) {
      return group.product(terms);
    }
  }
}
