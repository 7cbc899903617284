/** Times of the cryptography, each algorithm beside the operations that it is made of. */
@NullMarked
package org.epione.benchmark;

import org.jspecify.annotations.NullMarked;
