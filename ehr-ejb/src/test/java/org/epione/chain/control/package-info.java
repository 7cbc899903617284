/** How anchors are set up. */
@NullMarked
package org.epione.chain.control;

import org.jspecify.annotations.NullMarked;
