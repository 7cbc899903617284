package org.epione.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What keeps the cryptography small, pure and reviewable. */
@AnalyzeClasses(locations = ProductClasses.class)
class CryptoRulesTest {

  @ArchTest
  static final ArchRule crypto_shouldKnowNothingAbove =
      noClasses()
          .that()
          .resideInAPackage("org.epione.crypto..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "jakarta..",
              "java.util.logging..",
              "java.sql..",
              "java.net..",
              "java.nio.file..",
              "org.epione.ledger..",
              "org.epione.platform..",
              "org.epione.settings..");

  @ArchTest
  static final ArchRule schemes_shouldNotDependOnEachOther =
      slices().matching("org.epione.crypto.scheme.(*)..").should().notDependOnEachOther();

  @ArchTest
  static final ArchRule foundations_shouldNotKnowSchemes =
      noClasses()
          .that()
          .resideInAnyPackage(
              "org.epione.crypto.codec..",
              "org.epione.crypto.curve..",
              "org.epione.crypto.hybrid..",
              "org.epione.crypto.identity..",
              "org.epione.crypto.keyring..",
              "org.epione.crypto.pairing..",
              "org.epione.crypto.password..",
              "org.epione.crypto.policy..",
              "org.epione.crypto.random..",
              "org.epione.crypto.secret..",
              "org.epione.crypto.secretsharing..",
              "org.epione.crypto.signature..",
              "org.epione.crypto.transcript..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.epione.crypto.scheme..");

  @ArchTest
  static final ArchRule blst_shouldBeSeenByItsBackendOnly =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.epione.crypto.pairing.blst..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("supranational..");

  @ArchTest
  static final ArchRule curvesOfBouncyCastle_shouldBeSeenByTheirBackendOnly =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.epione.crypto.pairing.bouncycastle..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.bouncycastle.crypto.bls..");

  @ArchTest
  static final ArchRule primeCurvesOfBouncyCastle_shouldBeSeenByCurveAndItsBackendOnly =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "org.epione.crypto.curve..", "org.epione.crypto.pairing.bouncycastle..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.bouncycastle.math.ec", "org.bouncycastle.math.ec.custom..");

  @ArchTest
  static final ArchRule namedCurvesOfBouncyCastle_shouldBeSeenByCurveOnly =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.epione.crypto.curve..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.bouncycastle.crypto.ec..", "org.bouncycastle.asn1.x9..");

  @ArchTest
  static final ArchRule hashes_shouldBeCalledByTranscriptOnly =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.epione.crypto.transcript..")
          .should()
          .callMethod("java.security.MessageDigest", "getInstance", String.class.getName())
          .orShould()
          .callMethod("javax.crypto.Mac", "getInstance", String.class.getName())
          .orShould()
          .dependOnClassesThat()
          .haveNameMatching("org\\.bouncycastle\\.crypto\\.(digests|macs)\\..*");

  @ArchTest
  static final ArchRule ciphers_shouldBeCalledByHybridOnly =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.epione.crypto.hybrid..")
          .should()
          .dependOnClassesThat()
          .haveNameMatching(
              "javax\\.crypto\\.Cipher|org\\.bouncycastle\\.crypto\\.(modes|engines|hpke)\\..*");

  @ArchTest
  static final ArchRule tink_shouldBeSeenByHybridOnly =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.epione.crypto.hybrid..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.google.crypto.tink..");
}
