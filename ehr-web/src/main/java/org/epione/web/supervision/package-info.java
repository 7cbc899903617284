/** Pages and resources of credit, reports and appeals. */
@NullMarked
package org.epione.web.supervision;

import org.jspecify.annotations.NullMarked;
