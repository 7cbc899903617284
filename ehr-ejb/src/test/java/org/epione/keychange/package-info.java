/** Changes of doctors' keys, with real keys, chain and messages. */
@NullMarked
package org.epione.keychange;

import org.jspecify.annotations.NullMarked;
