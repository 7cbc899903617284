/** Access decisions as rows. */
@NullMarked
package org.epione.access.entity;

import org.jspecify.annotations.NullMarked;
