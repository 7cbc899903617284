package org.epione.web.account;

import java.util.List;

/** What people call a browser, from what it calls itself. */
final class BrowserName {

  private record Sign(String part, String name) {}

  // In this order: most call themselves several at once.
  private static final List<Sign> BROWSERS =
      List.of(
          new Sign("Edg", "Edge"),
          new Sign("OPR/", "Opera"),
          new Sign("Firefox/", "Firefox"),
          new Sign("Chrome/", "Chrome"),
          new Sign("Safari/", "Safari"));
  private static final List<Sign> SYSTEMS =
      List.of(
          new Sign("Android", "Android"),
          new Sign("iPhone", "iPhone"),
          new Sign("iPad", "iPad"),
          new Sign("Windows", "Windows"),
          new Sign("Mac OS X", "macOS"),
          new Sign("Linux", "Linux"));

  private BrowserName() {}

  /** The browser and its system, parted by a comma; empty where it is none that is known. */
  static String of(String userAgent) {
    String browser = find(BROWSERS, userAgent);
    String system = find(SYSTEMS, userAgent);
    return browser.isEmpty() || system.isEmpty() ? browser : browser + ", " + system;
  }

  private static String find(List<Sign> signs, String userAgent) {
    return signs.stream()
        .filter(sign -> userAgent.contains(sign.part()))
        .map(Sign::name)
        .findFirst()
        .orElse("");
  }
}
