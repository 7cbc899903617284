/** Tests of reports, appeals and scores. */
@NullMarked
package org.epione.supervision;

import org.jspecify.annotations.NullMarked;
