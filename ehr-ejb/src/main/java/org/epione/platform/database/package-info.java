/**
 * The database under all features: which one it is, its pool and its schema. Features only see the
 * persistence unit {@code epione} and the data source {@code java:app/jdbc/EpioneDS}.
 */
@NullMarked
package org.epione.platform.database;

import org.jspecify.annotations.NullMarked;
