package org.epione.web.shell;

/**
 * One entry of the menu.
 *
 * @param page the page's path without suffix, as a navigation outcome
 * @param icon the style class of its icon
 * @param label the key of its text in the {@code msg} bundle
 * @param count how much waits there; 0 shows nothing
 * @param current whether it is the page that is shown
 */
public record NavigationItem(String page, String icon, String label, long count, boolean current) {}
