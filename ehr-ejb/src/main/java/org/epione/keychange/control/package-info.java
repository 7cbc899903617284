/** What the chain says of a change, and how long keys before it are needed. */
@NullMarked
package org.epione.keychange.control;

import org.jspecify.annotations.NullMarked;
