package org.epione.web.session;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WantedPageTest {
  private final WantedPage wanted = new WantedPage();

  @Test
  void take_shouldGiveThePageOnce_whenOneWasWanted() {
    wanted.remember(request("/ehr/auditor/episodes.xhtml", null));
    assertThat(wanted.take()).contains("/ehr/auditor/episodes.xhtml");
    assertThat(wanted.take()).isEmpty();
  }

  @Test
  void take_shouldGiveTheQueryToo_whenThePageHasOne() {
    wanted.remember(request("/ehr/doctor/turn.xhtml", "episode=1"));
    assertThat(wanted.take()).contains("/ehr/doctor/turn.xhtml?episode=1");
  }

  @Test
  void take_shouldGiveNothing_whenTheAddressLeadsElsewhere() {
    for (String elsewhere : new String[] {"//ehr/doctor/inbox.xhtml", "/other/page", "/ehr"}) {
      wanted.remember(request(elsewhere, null));
      assertThat(wanted.take()).as(elsewhere).isEmpty();
    }
  }

  private static HttpServletRequest request(String path, @Nullable String query) {
    Map<String, Function<Object[], Object>> answers = new HashMap<>();
    answers.put("getContextPath", none -> "/ehr");
    answers.put("getRequestURI", none -> path);
    answers.put("getQueryString", none -> query);
    return Stub.of(HttpServletRequest.class, answers);
  }
}
