package org.epione.matching.control;

import java.time.Duration;

/**
 * How often a symptom can be tried. Each comparison is one guess for each side, so these numbers
 * are what stands between a symptom and who would go through the list.
 */
public final class Limits {

  /** Of one patient in 24 hours. */
  public static final int TRIES_A_DAY = 12;

  /** Of one search. */
  public static final int TRIES_OF_SEARCH = 40;

  /** Of one search with patients of one other hospital, which may have made them up. */
  public static final int TRIES_WITH_HOSPITAL = 12;

  /** Of one patient in {@link #SEARCH_LENGTH}. */
  public static final int SEARCHES = 3;

  /** Messages of one side of a conversation, with the agreement. */
  public static final int MESSAGES = 1000;

  /** After that a search ends by itself. */
  public static final Duration SEARCH_LENGTH = Duration.ofDays(30);

  static final Duration DAY = Duration.ofHours(24);

  /** Most that one hospital can tell another of at a time. */
  static final int KNOWN_OF_ONE_HOSPITAL = 2000;

  /** Of a certificate from elsewhere; clocks may differ. */
  static final Duration LONGEST_CERTIFICATE = SEARCH_LENGTH.plusHours(1);

  /** Most bytes of what a browser seals and the hospital keeps. */
  static final int SEALED = 2048;

  private Limits() {}
}
