package org.epione.demo.client;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonStructure;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;

/** One answer of the portal, whatever its status. */
public final class PortalAnswer {
  private final int status;
  private final String contentType;
  private final byte[] body;

  PortalAnswer(int status, String contentType, byte[] body) {
    this.status = status;
    this.contentType = contentType;
    this.body = body.clone();
  }

  /** HTTP status. */
  public int status() {
    return status;
  }

  /** Media type with parameters, empty where there was none. */
  public String contentType() {
    return contentType;
  }

  /** The bytes as they came. */
  public byte[] body() {
    return body.clone();
  }

  /** Whether the portal did what was asked. */
  public boolean accepted() {
    return status >= 200 && status < 300;
  }

  /** The body as text. */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /** The body as a JSON object, empty for an empty body. */
  public JsonObject object() {
    return body.length == 0 ? JsonObject.EMPTY_JSON_OBJECT : read().asJsonObject();
  }

  /** The body as a JSON array. */
  public JsonArray array() {
    return read().asJsonArray();
  }

  /** The stable error code of a problem document, empty where there is none. */
  public String code() {
    if (!contentType.startsWith("application/problem+json")) {
      return "";
    }
    return object().getString("code", "");
  }

  private JsonStructure read() {
    try (var reader = Json.createReader(new StringReader(text()))) {
      return reader.read();
    } catch (JsonException e) {
      throw new IllegalStateException(
          "The portal answered " + status + " with " + contentType + ", not with JSON.", e);
    }
  }

  @Override
  public String toString() {
    return status + " " + contentType + ", " + body.length + " bytes";
  }
}
