/** What patients, and other features for them, can do to find records by symptom. */
@NullMarked
package org.epione.history.boundary;

import org.jspecify.annotations.NullMarked;
