/** Verification of what is to be stored, as second supernode, and the files themselves. */
@NullMarked
package org.epione.cloud.control;

import org.jspecify.annotations.NullMarked;
