package org.epione.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.ejb.Stateless;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who may know whom: modules, layers and features. */
@AnalyzeClasses(locations = ProductClasses.class)
class LayerRulesTest {

  private static final Pattern PRIVATE_PART =
      Pattern.compile("org\\.epione\\.(\\w+)\\.(control|entity)(\\..*)?");

  @ArchTest
  static final ArchRule ledgerCore_shouldBePure =
      noClasses()
          .that()
          .resideInAPackage("org.epione.ledger..")
          .and()
          .resideOutsideOfPackage("org.epione.ledger.connector..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("jakarta..", "java.sql..", "org.epione.ledger.connector..")
                  .and(not(resideInAPackage("jakarta.json.."))));

  @ArchTest
  static final ArchRule reports_shouldAloneBeCanonicalJsonAndPdf =
      noClasses()
          .that()
          .resideInAPackage("org.epione.ledger..")
          .and()
          .resideOutsideOfPackage("org.epione.ledger.report..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.apicatalog..", "org.apache.pdfbox..");

  @ArchTest
  static final ArchRule versionedMap_shouldAloneKnowTheLibraryBehindIt =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.epione.ledger.versioned..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.vavr..");

  /** Reports are JSON, and nodes of the network that heads are anchored in speak it. */
  @ArchTest
  static final ArchRule json_shouldBeSeenByReportsAndAnchorsOnly =
      noClasses()
          .that()
          .resideInAPackage("org.epione.ledger..")
          .and()
          .resideOutsideOfPackages(
              "org.epione.ledger.report..", "org.epione.ledger.connector.anchor..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("jakarta.json..");

  @ArchTest
  static final ArchRule ledger_shouldKnowCryptoOnly =
      classes()
          .that()
          .resideInAPackage("org.epione.ledger..")
          .should()
          .onlyDependOnClassesThat(
              not(resideInAPackage("org.epione.."))
                  .or(resideInAPackage("org.epione.ledger.."))
                  .or(resideInAPackage("org.epione.crypto.."))
                  .or(resideInAPackage("org.epione.settings..")));

  @ArchTest
  static final ArchRule connector_shouldKeepItsPartsToItself =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.epione.ledger.connector..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.epione.ledger.connector.anchor..",
              "org.epione.ledger.connector.context..",
              "org.epione.ledger.connector.http..",
              "org.epione.ledger.connector.making..",
              "org.epione.ledger.connector.stamp..",
              "org.epione.ledger.connector.station..",
              "org.epione.ledger.connector.witness..");

  @ArchTest
  static final ArchRule jms_shouldBeUsedByMessagingAndConnectorOnly =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "org.epione.messaging..",
              "org.epione.ledger.connector..",
              "org.epione.broker..",
              "org.epione.station..",
              "org.epione.demo..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("jakarta.jms..");

  @ArchTest
  static final ArchRule features_shouldKeepControlAndEntityToThemselves =
      classes().that().resideInAPackage("org.epione..").should(notReachIntoOtherFeatures());

  @ArchTest
  static final ArchRule features_shouldBeFreeOfCycles =
      slices()
          .matching(
              "org.epione.(access|account|appointment|attachment|audit|chain|cloud|custody|deadletter|disclosure|emergency|enrolment|finality|forgetting|guardian|history|matching|operations|opinion|outbox|party|platform|record|recovery|sharing|team)..")
          .should()
          .beFreeOfCycles();

  @ArchTest
  static final ArchRule web_shouldNotTouchCryptographyOrMessages =
      noClasses()
          .that()
          .resideInAPackage("org.epione.web..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.epione.crypto.pairing..",
              "org.epione.crypto.scheme..",
              "org.epione.crypto.signature..",
              "org.epione.crypto.hybrid..",
              "org.epione.messaging..",
              "jakarta.persistence..");

  @ArchTest
  static final ArchRule entities_shouldLiveInEntityPackages =
      classes()
          .that()
          .areAnnotatedWith(Entity.class)
          .should()
          .resideInAnyPackage("..entity..", "org.epione.platform..");

  @ArchTest
  static final ArchRule entityManager_shouldStayInTheFeatures =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "..control..", "..boundary..", "..entity..", "org.epione.platform..")
          .should()
          .dependOnClassesThat()
          .areAssignableTo(EntityManager.class);

  @ArchTest
  static final ArchRule statelessBeans_shouldBeBoundaries =
      classes()
          .that()
          .areAnnotatedWith(Stateless.class)
          .should()
          .resideInAnyPackage(
              "..boundary..",
              "..control..",
              "org.epione.platform..",
              "org.epione.ledger.connector..");

  @ArchTest
  static final ArchRule secretKeys_shouldBeSeenByCustodyOnly =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "org.epione.custody..", "org.epione.crypto..", "org.epione.station..")
          .should()
          .dependOnClassesThat(
              HasName.Predicates.nameMatching(
                      "org\\.epione\\.crypto\\..*(SecretKey|SecretScalar|KeyPair)")
                  .as("private keys"));

  private static ArchCondition<JavaClass> notReachIntoOtherFeatures() {
    return new ArchCondition<>("not reach into control or entity of another feature") {
      @Override
      public void check(JavaClass origin, ConditionEvents events) {
        origin
            .getDirectDependenciesFromSelf()
            .forEach(
                dependency -> {
                  String owner = feature(dependency.getTargetClass()).orElse("");
                  if (!owner.isEmpty()
                      && !origin.getPackageName().startsWith("org.epione." + owner)) {
                    events.add(SimpleConditionEvent.violated(origin, dependency.getDescription()));
                  }
                });
      }
    };
  }

  private static Optional<String> feature(JavaClass target) {
    Matcher matcher = PRIVATE_PART.matcher(target.getPackageName());
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
