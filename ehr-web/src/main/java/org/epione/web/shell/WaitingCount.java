package org.epione.web.shell;

/** Offered by a feature as a bean: how many things wait for the signed-in person on one page. */
public interface WaitingCount {

  /** The page of the menu entry that shows the number, for example {@code /doctor/inbox}. */
  String page();

  /**
   * How many wait; asked once for each page that is shown, only for persons of that page's role.
   */
  long waiting();
}
