package org.epione.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.ejb.MessageDriven;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * A message-driven bean that no descriptor binds to the resource adapter is deployed all the same
 * and never gets a message: every one must be named for each packaging.
 */
class MessageBeanBindingTest {

  private static final Pattern NAME = Pattern.compile("<ejb-name>([^<]+)</ejb-name>");
  private static final Path ROOT = Path.of("..");

  @Test
  void archiveForPayaraMicro_shouldBindEveryMessageBean() throws IOException {
    Path descriptor =
        ROOT.resolve("server-config/payara-micro/src/main/webapp/WEB-INF/glassfish-ejb-jar.xml");
    assertThat(named(descriptor)).isEqualTo(messageBeans("org.epione"));
  }

  @Test
  void modulesOfTheEar_shouldBindEveryMessageBeanOfTheirs() throws IOException {
    String descriptor = "src/main/resources/META-INF/glassfish-ejb-jar.xml";
    assertThat(named(ROOT.resolve("ehr-jms").resolve(descriptor)))
        .isEqualTo(messageBeans("org.epione.messaging"));
    assertThat(named(ROOT.resolve("ledger-connector").resolve(descriptor)))
        .isEqualTo(messageBeans("org.epione.ledger"));
  }

  private static Set<String> named(Path descriptor) throws IOException {
    Set<String> names = new TreeSet<>();
    Matcher matcher = NAME.matcher(Files.readString(descriptor));
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return names;
  }

  private static Set<String> messageBeans(String packageName) {
    JavaClasses classes = new ClassFileImporter().importPackages(packageName);
    return classes.stream()
        .filter(type -> type.isAnnotatedWith(MessageDriven.class))
        .map(MessageBeanBindingTest::nameOf)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String nameOf(JavaClass type) {
    String name = type.getAnnotationOfType(MessageDriven.class).name();
    return name.isEmpty() ? type.getSimpleName() : name;
  }
}
