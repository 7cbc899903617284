/** The identities that every feature speaks of: parties and accounts. Values only. */
@NullMarked
package org.epione.platform.identity;

import org.jspecify.annotations.NullMarked;
