/** Searching one's own records for a symptom, as page and over REST. */
@NullMarked
package org.epione.web.history;

import org.jspecify.annotations.NullMarked;
