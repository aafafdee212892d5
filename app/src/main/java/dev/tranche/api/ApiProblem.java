package dev.tranche.api;

import java.util.List;

/** A request that cannot be answered as asked: status, kind and words of the problem+json that is sent (RFC 9457). */
final class ApiProblem extends RuntimeException {

    /**
     * What is wrong with one field of a request.
     *
     * @param field name of a parameter, or path of a member of the body
     * @param message what is wrong and what is allowed
     */
    record Field(String field, String message) {}

    private static final long USUAL_RETRY_SECONDS = 5;

    private final int status;
    private final String slug;
    private final String title;
    private final transient List<Field> fields;
    private final long retrySeconds;

    private ApiProblem(int status, String slug, String title, String detail, List<Field> fields, long retrySeconds) {
        super(detail);
        this.retrySeconds = retrySeconds;
        this.status = status;
        this.slug = slug;
        this.title = title;
        this.fields = List.copyOf(fields);
    }

    /** Builds a problem of a status. */
    static ApiProblem of(int status, String slug, String title, String detail) {
        return new ApiProblem(status, slug, title, detail, List.of(), status == 503 ? USUAL_RETRY_SECONDS : 0);
    }

    /** Builds the problem of too many attempts. */
    static ApiProblem tooMany(String detail, long retrySeconds) {
        return new ApiProblem(429, "too-many", "Too many attempts", detail, List.of(), Math.max(1, retrySeconds));
    }

    /** Builds the problem of something that does not exist. */
    static ApiProblem unknown(String slug, String detail) {
        return of(404, slug, "Not found", detail);
    }

    /** Builds the problem of wrong fields, all reported at once. */
    static ApiProblem wrong(List<Field> fields) {
        String detail = fields.size() == 1
                ? fields.getFirst().field() + ": " + fields.getFirst().message()
                : fields.size() + " fields of the request are wrong; `errors` names each.";
        return new ApiProblem(400, "wrong-request", "The request is wrong", detail, fields, 0);
    }

    /** Builds the problem of one wrong field. */
    static ApiProblem wrong(String field, String message) {
        return wrong(List.of(new Field(field, message)));
    }

    /** Returns how many seconds to wait before trying again; 0 when waiting does not help. */
    long retrySeconds() {
        return retrySeconds;
    }

    /** Returns everything that is wrong in one text: each field, or the problem as a whole. */
    String sentences() {
        if (fields.isEmpty()) {
            return String.valueOf(getMessage());
        }
        return String.join(
                "\n",
                fields.stream()
                        .map(field -> field.field() + ": " + field.message())
                        .toList());
    }

    /** Is it of a kind? */
    boolean isOf(String kind) {
        return slug.equals(kind);
    }

    int status() {
        return status;
    }

    /** Returns the body. */
    byte[] body() {
        return Json.object(json -> {
            json.writeStringProperty("type", "/problems/" + slug);
            json.writeStringProperty("title", title);
            json.writeNumberProperty("status", status);
            json.writeStringProperty("detail", String.valueOf(getMessage()));
            if (!fields.isEmpty()) {
                json.writeArrayPropertyStart("errors");
                for (Field field : fields) {
                    json.writeStartObject();
                    json.writeStringProperty("field", field.field());
                    json.writeStringProperty("message", field.message());
                    json.writeEndObject();
                }
                json.writeEndArray();
            }
        });
    }
}
