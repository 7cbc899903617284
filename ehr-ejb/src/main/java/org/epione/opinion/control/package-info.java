/** Questions, answers and turns between hospitals, behind the opinions' boundaries (ADR 26). */
@NullMarked
package org.epione.opinion.control;

import org.jspecify.annotations.NullMarked;
