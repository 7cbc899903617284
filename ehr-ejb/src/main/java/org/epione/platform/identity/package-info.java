/**
 * The identities that every feature speaks of: parties and accounts. Values, and how they are read.
 */
@NullMarked
package org.epione.platform.identity;

import org.jspecify.annotations.NullMarked;
