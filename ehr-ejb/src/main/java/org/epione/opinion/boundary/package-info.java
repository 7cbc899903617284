/** Asking doctors of other hospitals for an opinion, and giving one, as people do it. */
@NullMarked
package org.epione.opinion.boundary;

import org.jspecify.annotations.NullMarked;
