/** A secret divided so that one holder alone has nothing of it. */
@NullMarked
package org.epione.crypto.secretsharing;

import org.jspecify.annotations.NullMarked;
