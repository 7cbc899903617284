package org.epione.matching.boundary;

import org.epione.crypto.codec.ByteString;

/**
 * What a patient begins a search with.
 *
 * @param sealed her symptom, sealed by her browser; at most 2048 bytes
 * @param agreed that she read what it means and agrees
 */
public record SearchForm(Reach reach, ByteString sealed, boolean agreed) {

  /** Without what is sealed. */
  @Override
  public String toString() {
    return "SearchForm";
  }
}
