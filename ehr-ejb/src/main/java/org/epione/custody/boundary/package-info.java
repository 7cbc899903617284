/** All private keys: used here by operation, never given out. Servers' keys and people's keys. */
@NullMarked
package org.epione.custody.boundary;

import org.jspecify.annotations.NullMarked;
