/** How records are found by symptom through the clouds that keep them (ADR 25). */
@NullMarked
package org.epione.history.control;

import org.jspecify.annotations.NullMarked;
