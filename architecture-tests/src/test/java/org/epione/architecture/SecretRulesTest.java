package org.epione.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No type of ehr-crypto that holds a secret prints it, compares it in variable time, or is written
 * by a serialiser by accident: all there are and all that will be. That the rules find what they
 * must is shown on types that break them.
 */
class SecretRulesTest {

  private static final JavaClasses CRYPTO =
      new ClassFileImporter()
          .importPaths(
              ProductClasses.paths().stream()
                  .filter(path -> path.toString().contains("ehr-crypto"))
                  .toList());

  static List<ArchRule> rules() {
    return List.of(
        noClasses().that(SecretTypes.holdSecrets()).should().beRecords(),
        noClasses().that(SecretTypes.holdSecrets()).should().beAssignableTo(Serializable.class),
        classes()
            .that(SecretTypes.holdSecrets())
            .and()
            .arePublic()
            .should()
            .beAssignableTo(AutoCloseable.class),
        classes().that(SecretTypes.holdSecrets()).should(SecretTypes.showNothing()),
        classes().that(SecretTypes.holdSecrets()).should(SecretTypes.compareInConstantTime()),
        classes().that(SecretTypes.holdSecrets()).should(SecretTypes.offerNothingToSerialisers()));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void secrets_shouldNotLeak(ArchRule rule) {
    rule.check(CRYPTO);
  }

  @Test
  void search_shouldFindThem_directlyInPairsAndInCollections() {
    assertThat(CRYPTO.that(SecretTypes.holdSecrets()))
        .extracting(type -> type.getSimpleName())
        .contains("SecretBytes", "SecretScalar", "AeadKey", "HpkeKeyPair", "KeyRing")
        .doesNotContain("Aead", "CryptoSuite", "HpkePublicKey", "WrappedKey");
  }

  static Stream<Class<?>> leaks() {
    return Stream.of(
        LeakyTypes.Printed.class,
        LeakyTypes.Compared.class,
        LeakyTypes.Written.class,
        LeakyTypes.Kept.class,
        LeakyTypes.Pair.class);
  }

  @ParameterizedTest
  @MethodSource("leaks")
  void rules_shouldRefuse_whatLeaks(Class<?> leak) {
    JavaClasses one = new ClassFileImporter().importClasses(leak);
    assertThatThrownBy(() -> rules().forEach(rule -> rule.allowEmptyShould(true).check(one)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(leak.getSimpleName());
  }
}
