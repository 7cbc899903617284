/** How values are kept in columns that H2 and PostgreSQL, EclipseLink and Hibernate agree on. */
@NullMarked
package org.epione.platform.persistence;

import org.jspecify.annotations.NullMarked;
