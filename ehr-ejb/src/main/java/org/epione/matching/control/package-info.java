/** Inside of matching: searches, comparisons, conversations, and the messages between hospitals. */
@NullMarked
package org.epione.matching.control;

import org.jspecify.annotations.NullMarked;
