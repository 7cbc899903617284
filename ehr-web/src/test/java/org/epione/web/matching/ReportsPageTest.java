package org.epione.web.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.epione.matching.boundary.ReportedConversations;
import org.epione.matching.boundary.ReportedMessage;
import org.junit.jupiter.api.Test;

class ReportsPageTest {

  private final List<String> read = new ArrayList<>();
  private final ReportsPage page = new ReportsPage();

  ReportsPageTest() throws ReflectiveOperationException {
    Field reports = ReportsPage.class.getDeclaredField("reports");
    reports.setAccessible(true);
    reports.set(
        page,
        new ReportedConversations() {
          @Override
          public List<ReportedMessage> read(String id) {
            read.add(id);
            return List.of(new ReportedMessage(true, "words of " + id, Instant.EPOCH));
          }
        });
  }

  private String shown() {
    return page.getMessages().get(0).text();
  }

  @Test
  void messages_shouldBeOfTheReportThatIsSelected() {
    page.setSelected("one");
    assertThat(shown()).isEqualTo("words of one");

    page.setSelected("two");

    assertThat(shown()).isEqualTo("words of two");
  }

  @Test
  void messages_shouldBeReadOnce_howeverOftenTheyAreShown() {
    page.setSelected("one");
    page.getMessages();

    page.setSelected("one");
    page.getMessages();

    assertThat(read).containsExactly("one");
  }
}
