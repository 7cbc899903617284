package org.epione.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateless;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** What no code of the product does, wherever it lives. */
@AnalyzeClasses(locations = ProductClasses.class)
class HabitRulesTest {

  @ArchTest
  static final ArchRule javaSerialisation_shouldNotBeUsed =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveNameMatching("java\\.io\\.Object(In|Out)putStream|jakarta\\.jms\\.ObjectMessage");

  /** A page's state can be written to a disk with the session. */
  @ArchTest
  static final ArchRule passwords_shouldNotBeKeptWithAPage =
      fields()
          .that()
          .haveName("password")
          .and()
          .areDeclaredInClassesThat()
          .areAssignableTo(Serializable.class)
          .should()
          .haveModifier(JavaModifier.TRANSIENT);

  @ArchTest
  static final ArchRule time_shouldComeFromTheClock =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.epione.launcher..", "org.epione.demo..")
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(LocalDate.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis");

  @ArchTest
  static final ArchRule randomness_shouldHaveOneSource =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.epione.crypto.random..", "org.epione.broker..")
          .should()
          .dependOnClassesThat()
          .haveNameMatching("java\\.security\\.SecureRandom|java\\.util\\.Random");

  @ArchTest
  static final ArchRule standardOutput_shouldBelongToTheCommandLine =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.epione.launcher..", "org.epione.demo..")
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");

  @ArchTest
  static final ArchRule names_shouldSayWhatAClassIs =
      noClasses()
          .should()
          .haveNameMatching(".*\\.\\w*(Util|Utils|Helper|Manager|Impl)")
          .orShould()
          .resideInAnyPackage("..util..", "..utils..", "..dto..", "..impl..", "..helper..");

  @ArchTest
  static final ArchRule sessionBeans_shouldStateWhoMayCallThem =
      classes()
          .that()
          .areAnnotatedWith(Stateless.class)
          .or()
          .areAnnotatedWith(Singleton.class)
          .should(stateWhoMayCall());

  @ArchTest
  static final ArchRule packages_shouldBeNullMarked =
      classes()
          .that()
          .doNotHaveSimpleName("package-info")
          .should(
              new ArchCondition<>("be in a package marked @NullMarked") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                  if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                    events.add(
                        SimpleConditionEvent.violated(
                            type, type.getPackageName() + " is not @NullMarked"));
                  }
                }
              });

  private static ArchCondition<JavaClass> stateWhoMayCall() {
    return new ArchCondition<>("state for each business method who may call it") {
      @Override
      public void check(JavaClass bean, ConditionEvents events) {
        if (statesIt(bean)) {
          return;
        }
        businessMethods(bean)
            .filter(method -> !statesIt(method))
            .forEach(
                method ->
                    events.add(
                        SimpleConditionEvent.violated(
                            bean, method.getFullName() + " does not say who may call it")));
      }
    };
  }

  private static Stream<JavaMethod> businessMethods(JavaClass bean) {
    return bean.getMethods().stream()
        .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
        .filter(method -> !method.getModifiers().contains(JavaModifier.STATIC))
        .filter(method -> !method.getModifiers().contains(JavaModifier.SYNTHETIC));
  }

  private static boolean statesIt(com.tngtech.archunit.core.domain.properties.CanBeAnnotated it) {
    return List.of(RolesAllowed.class, PermitAll.class, DenyAll.class).stream()
        .anyMatch(it::isAnnotatedWith);
  }
}
