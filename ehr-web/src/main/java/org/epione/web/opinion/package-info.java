/** Pages on which doctors of other hospitals are asked for an opinion, and give it. */
@NullMarked
package org.epione.web.opinion;

import org.jspecify.annotations.NullMarked;
