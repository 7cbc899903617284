/** The ciphertext store of a cloud party: its messages and its integrity check. */
@NullMarked
package org.epione.cloud.boundary;

import org.jspecify.annotations.NullMarked;
