/** How an episode and a chain are checked, and the cloud asked about a ciphertext. */
@NullMarked
package org.epione.audit.control;

import org.jspecify.annotations.NullMarked;
