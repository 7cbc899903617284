package org.epione.attachment.boundary;

/**
 * How much of a sealed stream has come from the cloud.
 *
 * @param received bytes that are here
 * @param length how many there are
 * @param complete whether all is here and is what was signed
 * @param failed whether it does not come, or is something else
 */
public record FetchView(long received, long length, boolean complete, boolean failed) {}
