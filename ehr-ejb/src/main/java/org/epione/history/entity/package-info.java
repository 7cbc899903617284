/** Searches and what clouds answer, in the database. */
@NullMarked
package org.epione.history.entity;

import org.jspecify.annotations.NullMarked;
