/// LEAD: spontaneous information (domain §1.2).
enum LeadSchema {
    static let version1 = DocumentSchema(
        SchemaVersion(type: .lead, major: 1, minor: 0),
        label: BilingualText("Lead", "Pista"),
        rules: DocumentRules(answers: .anything),
        fields: [
            CommonFields.leadType, CommonFields.title,
            .required("purpose", "Purpose of use", "Finalidad", .code(CodeLists.purpose)),
            FieldSpec("purposeDetail", "Purpose, in detail", "Finalidad, detalle", .text),
            .required(
                "reasonableSuspicion", "Basis", "Grado de sustento", .code(CodeLists.suspicion)),
            FieldSpec("suspicionFacts", "Facts of the basis", "Hechos que lo sustentan", .text),
            .required(
                "offences", "Offences", "Delitos", .list(.line, count: 1...Limits.itemsMax)),
            .required("narrative", "Narrative", "Relato de hechos", CommonFields.narrativeKind),
            CommonFields.source,
        ] + FactFields.all + [
            FieldSpec(
                "requestedAction", "Requested action", "Acción solicitada",
                .codes(CodeLists.requestedAction)),
            CommonFields.useAsEvidence, CommonFields.nationalMarking,
        ])
}
