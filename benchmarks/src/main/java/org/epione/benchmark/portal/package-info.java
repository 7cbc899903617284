/** Times of pages while many people use the portal of a running server. */
@NullMarked
package org.epione.benchmark.portal;

import org.jspecify.annotations.NullMarked;
