/// IR: intelligence report (domain §1.3).
enum IntelligenceReportSchema {
    static let version1 = DocumentSchema(
        SchemaVersion(type: .intelligenceReport, major: 1, minor: 0),
        label: BilingualText("Intelligence report", "Informe de inteligencia"),
        rules: DocumentRules(answers: .anything),
        fields: [
            CommonFields.leadType, CommonFields.title,
            .required("assessment", "Assessment", "Valoración", .text),
            FieldSpec(
                "confidence", "Confidence", "Nivel de confianza", .code(CodeLists.confidence)),
            FieldSpec("basisLeads", "Based on leads", "Pistas de sustento", .list(.reference)),
            .required("infoCutoff", "Information cut-off", "Fecha de corte", .date),
            FieldSpec("gaps", "Gaps", "Vacíos de información", .list(.line)),
            FieldSpec("alternativeView", "Alternative view", "Hipótesis alterna", .text),
            FieldSpec(
                "tearLine", "Tear-line version", "Versión para difusión más amplia", .text),
            FieldSpec("narrative", "Narrative", "Relato de hechos", CommonFields.narrativeKind),
            CommonFields.source,
            FieldSpec("offences", "Offences", "Delitos", .list(.line)),
        ] + FactFields.all + [CommonFields.useAsEvidence, CommonFields.nationalMarking])
}
