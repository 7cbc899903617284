/** Patients with the same symptom: what their browsers and the page ask. */
@NullMarked
package org.epione.web.matching;

import org.jspecify.annotations.NullMarked;
