package org.epione.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Request;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** What patients and doctors alike do on their pages of appointments. */
final class AppointmentSteps {

  private AppointmentSteps() {}

  /** Types a new appointment password, and the one of the portal. */
  static void fillPassword(BrowserVisit visit, String password, String portal) {
    visit.element("settingNew").fill(password);
    visit.element("settingRepeat").fill(password);
    visit.element("settingAccount").fill(portal);
  }

  /** Sets the appointment password. */
  static void setPassword(BrowserVisit visit, String password, String portal) {
    fillPassword(visit, password, portal);
    visit.element("settingSubmit").click();
    visit.element("settingSaid").locator("text=is set").waitFor();
    visit.settle();
  }

  /** Keeps the bodies of what the browser sends, but for the password that one signs in with. */
  static void record(BrowserVisit visit, List<String> sent) {
    visit
        .page()
        .onRequest(
            request -> {
              if (request.url().contains("/api/appointments")) {
                sent.add(body(request));
              }
            });
  }

  private static String body(Request request) {
    return request.postData() == null ? "" : request.postData();
  }

  /** Shows that one knows the appointment password; does not wait for the answer. */
  static void prove(BrowserVisit visit, String password) {
    visit.element("proofPassword").fill(password);
    visit.element("proofSubmit").click();
  }

  /** What is told to somebody who does not know it. */
  static String refusal(BrowserVisit visit, String password) {
    prove(visit, password);
    visit.element("deskFailed").locator("p").waitFor();
    String told = visit.element("deskFailed").innerText();
    assertThat(told).contains("did not show that it knows you");
    assertThat(visit.element("desk").isVisible()).isFalse();
    return told;
  }

  /** The request arrives and is carried out, its answer does not come back: it is sent again. */
  static void answerGetsLostOnce(BrowserVisit visit) {
    AtomicInteger times = new AtomicInteger();
    visit
        .page()
        .route(
            "**/requests",
            route -> {
              if (times.getAndIncrement() == 0) {
                route.fetch();
                route.abort();
              } else {
                route.resume();
              }
            });
  }

  /** The person's own appointments or times. */
  static Locator rows(BrowserVisit visit) {
    return visit.element("own").locator("li");
  }

  /** An element with this text in it. */
  static Locator.LocatorOptions named(String text) {
    return new Locator.LocatorOptions().setHasText(text);
  }

  /** UTC. */
  static LocalDateTime tomorrow(int hour) {
    return LocalDateTime.now(ZoneOffset.UTC)
        .plusDays(1)
        .truncatedTo(ChronoUnit.DAYS)
        .withHour(hour);
  }

  /** As a field for a time takes it. */
  static String time(LocalDateTime start) {
    return start.format(DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm"));
  }
}
