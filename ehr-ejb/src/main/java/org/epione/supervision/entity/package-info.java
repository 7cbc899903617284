/** What hospital and system manager keep of reports and appeals. */
@NullMarked
package org.epione.supervision.entity;

import org.jspecify.annotations.NullMarked;
