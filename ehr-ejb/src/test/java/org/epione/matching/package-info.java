/**
 * Patients with the same symptom, of two hospitals; what their browsers do is done here in Java.
 */
@NullMarked
package org.epione.matching;

import org.jspecify.annotations.NullMarked;
