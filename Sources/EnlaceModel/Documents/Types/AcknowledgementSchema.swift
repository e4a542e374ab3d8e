/// ACK: a person has read a document (domain §1.3). It says nothing about what will happen, and it
/// is never merged with the receipt of the node.
enum AcknowledgementSchema {
    static let version1 = DocumentSchema(
        SchemaVersion(type: .acknowledgement, major: 1, minor: 0),
        label: BilingualText("Acknowledgement", "Acuse de recibo"),
        rules: DocumentRules(
            answers: .anything, mustAnswer: true, requiresReadingOfTarget: true,
            oncePerAnswerer: true, effectOnTarget: .acknowledged, mayBeAnswered: false),
        fields: [
            .required(
                "officerRole", "Role of the officer", "Función de quien acusa",
                .code(CodeLists.officerRole)),
            .required("firstReadAt", "First reading", "Primera lectura", .moment),
            FieldSpec("fileNumber", "Own file number", "Número de expediente propio", .line),
            FieldSpec("competentUnit", "Competent unit", "Unidad competente", .line),
            FieldSpec(
                "nextStepDate", "Date of the next step", "Fecha del siguiente paso", .date),
        ])
}
