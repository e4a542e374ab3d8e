/// The fields that several document types share.
enum CommonFields {
    /// Fields of every type, behind the type's own.
    static let body: [FieldSpec] = [
        FieldSpec(
            "urgencyReason", "Reason for urgency", "Motivo de la urgencia",
            .code(CodeLists.urgencyReason)),
        FieldSpec(
            "namedOfficers", "Named officers", "Destinatarios nominales",
            .list(.officer, count: 1...Limits.namedOfficersMax)),
        FieldSpec(
            "relatedRef", "Related reference", "Referencia relacionada", .reference),
        FieldSpec("synthetic", "Synthetic data", "Datos ficticios", .flag),
        FieldSpec(
            "attachments", "Attachments", "Anexos", .refused(.attachmentsNotSupported)),
    ]

    static let title = FieldSpec.required("title", "Title", "Título", .line)

    static let leadType = FieldSpec.required(
        "leadType", "Lead type", "Tipo de pista", .code(CodeLists.leadType))

    static let nationalMarking = FieldSpec.required(
        "nationalMarking", "National marking", "Leyenda de clasificación", .text)

    static let useAsEvidence = FieldSpec.required(
        "useAsEvidence", "Evidentiary use", "Uso probatorio", .code(CodeLists.useAsEvidence))

    static let narrativeKind = FieldKind.list(
        .object(
            .required("lang", "Language", "Idioma", .pattern(.language)),
            .required("text", "Text", "Texto", .text),
            .required(
                "origin", "Origin of the text", "Origen del texto", .code(CodeLists.textOrigin))
        ), count: 1...16)

    static let source = FieldSpec.required(
        "source", "Source evaluation", "Evaluación de la fuente",
        .object(
            .required("kind", "Source", "Fuente", .code(CodeLists.source)),
            .required(
                "scheme", "Scheme", "Esquema de evaluación", .code(CodeLists.evaluationScheme)),
            .required(
                "reliability", "Reliability", "Fiabilidad", .codeBy("scheme", CodeLists.reliability)
            ),
            .required(
                "credibility", "Credibility", "Credibilidad",
                .codeBy("scheme", CodeLists.credibility)),
            .required(
                "obtainedLawfully", "Obtained lawfully", "Obtenida lícitamente", .flag)))
}
