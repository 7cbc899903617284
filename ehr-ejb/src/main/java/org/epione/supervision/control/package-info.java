/** Reports and appeals on both sides, and the messages between them. */
@NullMarked
package org.epione.supervision.control;

import org.jspecify.annotations.NullMarked;
