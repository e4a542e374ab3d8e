/// The fields of the signed header (design §4), in their fixed order, and those of a draft that the
/// completion moves there.
package enum HeaderFields {
    private static let identity = FieldKind.object(
        .required("origin", "Origin", "Origen", .node),
        .required("messageId", "Message ID", "Identificador de mensaje", .messageID))

    private static let group = FieldSpec(
        "group", "Group", "Grupo",
        .object(
            .required("name", "Name", "Nombre", .line),
            .required(
                "directoryVersion", "Directory version", "Versión del directorio",
                .integer(1...Limits.jsonIntegerMax))))

    private static let inReplyTo = FieldSpec("inReplyTo", "In reply to", "En respuesta a", identity)

    private static let supersedes = FieldSpec("supersedes", "Supersedes", "Sustituye a", identity)

    private static func recipients(isRequired: Bool) -> FieldSpec {
        FieldSpec(
            "to", "Receiving agencies", "Autoridades destinatarias",
            .list(.node, count: 1...Limits.recipientsMax), isRequired: isRequired)
    }

    private static let urgency = FieldSpec.required(
        "urgency", "Urgency", "Urgencia", .code(CodeList("CL-URGENCY", Urgency.self)))

    private static func marking(isRequired: Bool) -> [FieldSpec] {
        [
            FieldSpec(
                "tlp", "TLP", "TLP", .code(CodeList("CL-TLP", TrafficLight.self)),
                isRequired: isRequired),
            FieldSpec(
                "handling", "Handling codes", "Códigos de tratamiento",
                .list(.handling, count: 1...8), isRequired: isRequired),
            FieldSpec(
                "legalBasis", "Legal basis", "Fundamento legal", .list(.line),
                isRequired: isRequired),
            FieldSpec(
                "releaseRequired", "Release required", "Requiere autorización", .flag,
                isRequired: isRequired),
        ]
    }

    private static let author = FieldSpec.required(
        "author", "Control official", "Servidor público responsable",
        .object(
            .required("officer", "Officer", "Servidor público", .officerName),
            .required("node", "Sending agency", "Autoridad remitente", .node),
            .required("certificate", "Certificate (SHA-256)", "Certificado (SHA-256)", .digest)))

    /// The header of a signed document.
    package static let signed = FieldSet(
        [
            .required("format", "Format", "Formato", .constant(DocumentHeader.format)),
            .required("schema", "Schema", "Esquema", .schemaVersion),
            .required(
                "environment", "Environment", "Ambiente",
                .code(CodeList("CL-ENVIRONMENT", RunEnvironment.self))),
            .required("messageId", "Message ID", "Identificador de mensaje", .messageID),
            .required("threadId", "Thread ID", "Identificador de hilo", .messageID),
            inReplyTo, supersedes,
            .required("ref", "Reference number", "Número de referencia", .reference),
            author, recipients(isRequired: true), group, urgency,
            .required("draftedAt", "Drafted", "Redactado", .moment),
            .required("expiresAt", "Expires", "Vence", .moment),
        ] + marking(isRequired: true))

    /// The fields of a draft that the completion moves to the header, drops or replaces.
    package static let draft: [FieldSpec] =
        [
            FieldSpec("humanRef", "Reference number", "Número de referencia", .reference),
            .required("type", "Document type", "Tipo de documento", .line),
            inReplyTo, supersedes, recipients(isRequired: false), group, urgency,
            FieldSpec("expiresAt", "Expires", "Vence", .moment),
        ] + marking(isRequired: false)
}
