/**
 * Forgetting a patient (ADR 22): asked by her or on a written request, examined, released by
 * another person, destroyed step by step, certified. A legal hold wins.
 */
@NullMarked
package org.epione.forgetting.boundary;

import org.jspecify.annotations.NullMarked;
