/** Tests of the search by symptom, with hospital and cloud. */
@NullMarked
package org.epione.history;

import org.jspecify.annotations.NullMarked;
