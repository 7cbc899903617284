/** Test vectors in JSON, and the test that all of them are well-formed and used. */
@NullMarked
package org.epione.crypto.vectors;

import org.jspecify.annotations.NullMarked;
