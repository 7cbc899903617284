/**
 * Patients with the same symptom (Liu F): pseudonyms are compared across hospitals by SPAKE2
 * between the patients' browsers, and two who both agree have an encrypted conversation.
 */
@NullMarked
package org.epione.matching.boundary;

import org.jspecify.annotations.NullMarked;
