/** Questions for an opinion, at the hospital that asks and at the one that is asked, as rows. */
@NullMarked
package org.epione.opinion.entity;

import org.jspecify.annotations.NullMarked;
